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
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
  private static final Map<Class<?>, TextValue<?>> BY_TYPE = new HashMap<>();

  static {
    add(BigDecimal.class, BigDecimal::toString, BigDecimal::new);
    add(BigInteger.class, BigInteger::toString, BigInteger::new);
    add(Calendar.class, CalendarText::print, CalendarText::parse);
    add(Currency.class, Currency::getCurrencyCode, Currency::getInstance);
    add(Date.class, date -> date.toInstant().toString(), text -> Date.from(Instant.parse(text)));
    add(Duration.class, Duration::toString, Duration::parse);
    add(File.class, File::getPath, File::new);
    add(Instant.class, Instant::toString, Instant::parse);
    add(LocalDate.class, LocalDate::toString, LocalDate::parse);
    add(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
    add(LocalTime.class, LocalTime::toString, LocalTime::parse);
    add(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
    add(MonthDay.class, MonthDay::toString, MonthDay::parse);
    add(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse);
    add(OffsetTime.class, OffsetTime::toString, OffsetTime::parse);
    add(
        OptionalDouble.class,
        optional -> optional.isPresent() ? Double.toString(optional.getAsDouble()) : "",
        text ->
            text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text)));
    add(
        OptionalInt.class,
        optional -> optional.isPresent() ? Integer.toString(optional.getAsInt()) : "",
        text -> text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text)));
    add(
        OptionalLong.class,
        optional -> optional.isPresent() ? Long.toString(optional.getAsLong()) : "",
        text -> text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text)));
    add(Path.class, Path::toString, Path::of);
    // Flags stand before the expression, which may itself hold any character.
    add(
        Pattern.class,
        pattern -> pattern.flags() + "/" + pattern.pattern(),
        text -> Pattern.compile(text.substring(text.indexOf('/') + 1), flags(text)));
    add(Period.class, Period::toString, Period::parse);
    add(URI.class, URI::toString, URI::create);
    add(UUID.class, UUID::toString, UUID::fromString);
    // Year.toString() is not what Year.parse() takes beyond four digits.
    add(Year.class, Year::toString, text -> Year.of(Integer.parseInt(text)));
    add(YearMonth.class, YearMonth::toString, YearMonth::parse);
    add(ZoneId.class, ZoneId::getId, ZoneId::of);
    add(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);
    add(ZonedDateTime.class, ZonedDateTime::toString, ZonedDateTime::parse);
    if (SqlModule.isPresent()) {
      SqlTexts.addTo(TextValues::add);
    }
  }

  private TextValues() {}

  /** Takes rows. */
  @FunctionalInterface
  interface Table {
    <T> void add(Class<T> type, Function<T, String> print, Function<String, T> parse);
  }

  /** One row of the table. */
  record TextValue<T>(Class<T> type, Function<T, String> print, Function<String, T> parse) {}

  /** All rows. */
  static Iterable<TextValue<?>> all() {
    return BY_TYPE.values();
  }

  /**
   * The codec of a class or of a hidden subclass of a row's type, such as a file system's own
   * paths; else null.
   */
  static @Nullable Codec<?> find(Class<?> type) {
    if (Path.class.isAssignableFrom(type)) {
      return Codecs.PATH;
    }
    Class<?> row = rowOf(type);
    return BY_TYPE.containsKey(row) ? Codecs.text(row) : null;
  }

  private static Class<?> rowOf(Class<?> type) {
    if (ZoneId.class.isAssignableFrom(type) && type != ZoneOffset.class) {
      return ZoneId.class;
    }
    if (Calendar.class.isAssignableFrom(type)) {
      return Calendar.class;
    }
    return SqlModule.isPresent() ? SqlTexts.rowOf(type) : type;
  }

  @SuppressWarnings("unchecked") // add() puts a row of T under the class of T
  static <T> TextValue<T> of(Class<T> type) {
    @Nullable TextValue<?> row = BY_TYPE.get(type);
    if (row == null) {
      throw new IllegalArgumentException(type.getName() + " does not cross as text");
    }
    return (TextValue<T>) row;
  }

  private static <T> void add(Class<T> type, Function<T, String> print, Function<String, T> parse) {
    BY_TYPE.put(type, new TextValue<>(type, print, parse));
  }

  private static int flags(String text) {
    return Integer.parseInt(text.substring(0, text.indexOf('/')));
  }
}
