package dev.remora.stub;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that cross as one string, the same alone, in collections and inside records ({@code
 * docs/protocol.md#text}).
 *
 * <p>One closed table, so that a record's {@code Instant} and a parameter's are written alike
 * whatever Jackson's defaults are.
 */
final class TextValues {
  private static final List<Class<?>> TYPES =
      List.of(
          BigDecimal.class,
          BigInteger.class,
          Calendar.class,
          Currency.class,
          Date.class,
          Duration.class,
          File.class,
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          LocalTime.class,
          Locale.class,
          MonthDay.class,
          OffsetDateTime.class,
          OffsetTime.class,
          OptionalDouble.class,
          OptionalInt.class,
          OptionalLong.class,
          Path.class,
          Pattern.class,
          Period.class,
          URI.class,
          UUID.class,
          Year.class,
          YearMonth.class,
          ZoneId.class,
          ZoneOffset.class,
          ZonedDateTime.class);

  private TextValues() {}

  /** One row of the table. */
  record TextValue<T>(Class<T> type, Function<T, String> print, Function<String, T> parse) {}

  /**
   * The row of a type; null if the table has none.
   *
   * <p>By name and not in a map: each of the functions is a class that is made at run time, and a
   * process that sends a path would make those of all rows.
   */
  private static @Nullable TextValue<?> row(Class<?> type) {
    return switch (type.getName()) {
      case "java.math.BigDecimal" -> row(BigDecimal.class, BigDecimal::toString, BigDecimal::new);
      case "java.math.BigInteger" -> row(BigInteger.class, BigInteger::toString, BigInteger::new);
      case "java.util.Calendar" -> row(Calendar.class, CalendarText::print, CalendarText::parse);
      case "java.util.Currency" ->
          row(Currency.class, Currency::getCurrencyCode, Currency::getInstance);
      case "java.util.Date" ->
          row(
              Date.class,
              date -> date.toInstant().toString(),
              text -> Date.from(Instant.parse(text)));
      case "java.time.Duration" -> row(Duration.class, Duration::toString, Duration::parse);
      case "java.io.File" -> row(File.class, File::getPath, File::new);
      case "java.time.Instant" -> row(Instant.class, Instant::toString, Instant::parse);
      case "java.time.LocalDate" -> row(LocalDate.class, LocalDate::toString, LocalDate::parse);
      case "java.time.LocalDateTime" ->
          row(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
      case "java.time.LocalTime" -> row(LocalTime.class, LocalTime::toString, LocalTime::parse);
      case "java.util.Locale" -> row(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
      case "java.time.MonthDay" -> row(MonthDay.class, MonthDay::toString, MonthDay::parse);
      case "java.time.OffsetDateTime" ->
          row(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse);
      case "java.time.OffsetTime" -> row(OffsetTime.class, OffsetTime::toString, OffsetTime::parse);
      case "java.util.OptionalDouble" ->
          row(
              OptionalDouble.class,
              optional -> optional.isPresent() ? Double.toString(optional.getAsDouble()) : "",
              text ->
                  text.isEmpty()
                      ? OptionalDouble.empty()
                      : OptionalDouble.of(Double.parseDouble(text)));
      case "java.util.OptionalInt" ->
          row(
              OptionalInt.class,
              optional -> optional.isPresent() ? Integer.toString(optional.getAsInt()) : "",
              text ->
                  text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text)));
      case "java.util.OptionalLong" ->
          row(
              OptionalLong.class,
              optional -> optional.isPresent() ? Long.toString(optional.getAsLong()) : "",
              text ->
                  text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text)));
      case "java.nio.file.Path" -> row(Path.class, Path::toString, Path::of);
      // Flags stand before the expression, which may itself hold any character.
      case "java.util.regex.Pattern" ->
          row(
              Pattern.class,
              pattern -> pattern.flags() + "/" + pattern.pattern(),
              text -> Pattern.compile(text.substring(text.indexOf('/') + 1), flags(text)));
      case "java.time.Period" -> row(Period.class, Period::toString, Period::parse);
      case "java.net.URI" -> row(URI.class, URI::toString, URI::create);
      case "java.util.UUID" -> row(UUID.class, UUID::toString, UUID::fromString);
      // Year.toString() is not what Year.parse() takes beyond four digits.
      case "java.time.Year" ->
          row(Year.class, Year::toString, text -> Year.of(Integer.parseInt(text)));
      case "java.time.YearMonth" -> row(YearMonth.class, YearMonth::toString, YearMonth::parse);
      case "java.time.ZoneId" -> row(ZoneId.class, ZoneId::getId, ZoneId::of);
      case "java.time.ZoneOffset" -> row(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);
      case "java.time.ZonedDateTime" ->
          row(ZonedDateTime.class, ZonedDateTime::toString, ZonedDateTime::parse);
      default -> SqlModule.isPresent() ? SqlTexts.row(type) : null;
    };
  }

  /** The types of all rows. */
  static List<Class<?>> types() {
    List<Class<?>> types = new ArrayList<>(TYPES);
    if (SqlModule.isPresent()) {
      types.addAll(SqlTexts.TYPES);
    }
    return types;
  }

  /**
   * The codec of a class or of a hidden subclass of a row's type, such as a file system's own
   * paths; else null.
   */
  static @Nullable Codec<?> find(Class<?> type) {
    if (Path.class.isAssignableFrom(type)) {
      return Codecs.PATH;
    }
    Class<?> listed = listed(type);
    return row(listed) == null ? null : new TextCodec<>(listed);
  }

  /** The type of the table that a class belongs to, if it belongs to one. */
  private static Class<?> listed(Class<?> type) {
    if (ZoneId.class.isAssignableFrom(type) && type != ZoneOffset.class) {
      return ZoneId.class;
    }
    if (Calendar.class.isAssignableFrom(type)) {
      return Calendar.class;
    }
    return SqlModule.isPresent() ? SqlTexts.listed(type) : type;
  }

  @SuppressWarnings("unchecked") // the row of a class is of the class
  static <T> TextValue<T> of(Class<T> type) {
    TextValue<?> row = row(type);
    if (row == null) {
      throw new IllegalArgumentException(type.getName() + " does not cross as text");
    }
    return (TextValue<T>) row;
  }

  static <T> TextValue<T> row(Class<T> type, Function<T, String> print, Function<String, T> parse) {
    return new TextValue<>(type, print, parse);
  }

  private static int flags(String text) {
    return Integer.parseInt(text.substring(0, text.indexOf('/')));
  }
}
