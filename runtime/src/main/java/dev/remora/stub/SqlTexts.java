package dev.remora.stub;

import dev.remora.EncodingException;
import dev.remora.stub.TextValues.TextValue;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code java.sql}: by what they show, and not by the instant behind that, so that a
 * date is the same date in a process with another time zone.
 */
final class SqlTexts {
  static final List<Class<?>> TYPES =
      List.of(Date.class, Time.class, Timestamp.class, SQLType.class);

  private SqlTexts() {}

  /** The row of a type; null if the table has none. */
  static @Nullable TextValue<?> row(Class<?> type) {
    return switch (type.getName()) {
      case "java.sql.Date" ->
          TextValues.row(
              Date.class,
              date -> date.toLocalDate().toString(),
              text -> Date.valueOf(LocalDate.parse(text)));
      case "java.sql.Time" -> TextValues.row(Time.class, SqlTexts::print, SqlTexts::parseTime);
      case "java.sql.Timestamp" ->
          TextValues.row(Timestamp.class, SqlTexts::print, SqlTexts::parseTimestamp);
      case "java.sql.SQLType" -> TextValues.row(SQLType.class, SqlTexts::print, JDBCType::valueOf);
      default -> null;
    };
  }

  /** The type of the table that a class belongs to, if it belongs to one. */
  static Class<?> listed(Class<?> type) {
    return type == JDBCType.class ? SQLType.class : type;
  }

  /** {@code Time} knows of milliseconds, though it does not show them. */
  private static String print(Time time) {
    return time.toLocalTime()
        .with(ChronoField.MILLI_OF_SECOND, Math.floorMod(time.getTime(), 1_000))
        .toString();
  }

  private static Time parseTime(String text) {
    LocalTime time = LocalTime.parse(text);
    return new Time(Time.valueOf(time).getTime() + time.get(ChronoField.MILLI_OF_SECOND));
  }

  /** With the offset, which tells the two hours apart that the end of summer time shows alike. */
  private static String print(Timestamp timestamp) {
    return timestamp
        .toLocalDateTime()
        .atOffset(ZoneId.systemDefault().getRules().getOffset(timestamp.toInstant()))
        .toString();
  }

  private static Timestamp parseTimestamp(String text) {
    OffsetDateTime written = OffsetDateTime.parse(text);
    LocalDateTime local = written.toLocalDateTime();
    boolean isTwice =
        ZoneId.systemDefault().getRules().getValidOffsets(local).size() > 1
            && ZoneId.systemDefault()
                .getRules()
                .getValidOffsets(local)
                .contains(written.getOffset());
    return isTwice ? Timestamp.from(written.toInstant()) : Timestamp.valueOf(local);
  }

  private static String print(SQLType type) {
    if (type instanceof JDBCType standard) {
      return standard.name();
    }
    throw new EncodingException(
        "of SQL types only those of java.sql.JDBCType cross, and not " + type.getClass().getName());
  }
}
