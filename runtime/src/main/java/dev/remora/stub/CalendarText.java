package dev.remora.stub;

import dev.remora.EncodingException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/**
 * Calendars as {@code instant[zone]}: what an interface that asks for one, as JDBC does, asks for.
 *
 * <p>Only a lenient {@link GregorianCalendar} crosses: what else a calendar can be would be lost.
 */
final class CalendarText {
  private CalendarText() {}

  static String print(Calendar calendar) {
    if (calendar.getClass() != GregorianCalendar.class || !calendar.isLenient()) {
      throw new EncodingException(
          "of calendars only a lenient GregorianCalendar crosses, by instant and time zone, and not "
              + calendar.getClass().getName());
    }
    return calendar.toInstant() + "[" + calendar.getTimeZone().getID() + "]";
  }

  static Calendar parse(String text) {
    int zone = text.indexOf('[');
    if (zone < 0 || !text.endsWith("]")) {
      throw new IllegalArgumentException("a calendar is written as instant[zone]");
    }
    Calendar calendar =
        new GregorianCalendar(TimeZone.getTimeZone(text.substring(zone + 1, text.length() - 1)));
    calendar.setTimeInMillis(Instant.parse(text.substring(0, zone)).toEpochMilli());
    return calendar;
  }
}
