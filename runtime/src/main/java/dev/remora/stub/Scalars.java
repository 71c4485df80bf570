package dev.remora.stub;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads scalars from a {@link MetaCursor}, bare or in long form, and refuses what does not fit. */
final class Scalars {

  private Scalars() {}

  static boolean bool(MetaCursor cursor) {
    try {
      boolean wrapped = cursor.openScalar("a boolean");
      JsonToken token = cursor.json().currentToken();
      if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
        throw cursor.misfit("a boolean", null);
      }
      if (wrapped) {
        cursor.close();
      }
      return token == JsonToken.VALUE_TRUE;
    } catch (JacksonException e) {
      throw cursor.unreadable("a boolean", e);
    }
  }

  static long integral(MetaCursor cursor, long least, long most, String expected) {
    try {
      boolean wrapped = cursor.openScalar(expected);
      if (cursor.json().currentToken() != JsonToken.VALUE_NUMBER_INT) {
        throw cursor.misfit(expected, null);
      }
      if (cursor.json().getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw cursor.misfit(expected, null);
      }
      long value = cursor.json().getLongValue();
      if (value < least || value > most) {
        throw cursor.misfit(expected, null);
      }
      if (wrapped) {
        cursor.close();
      }
      return value;
    } catch (JacksonException e) {
      throw cursor.unreadable(expected, e);
    }
  }

  static double floating64(MetaCursor cursor) {
    try {
      boolean wrapped = cursor.openScalar("a double");
      double value =
          switch (cursor.json().currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> cursor.json().getDoubleValue();
            case VALUE_STRING -> notFinite(cursor, "a double");
            default -> throw cursor.misfit("a double", null);
          };
      if (wrapped) {
        cursor.close();
      }
      return value;
    } catch (JacksonException e) {
      throw cursor.unreadable("a double", e);
    }
  }

  static float floating32(MetaCursor cursor) {
    try {
      boolean wrapped = cursor.openScalar("a float");
      float value =
          switch (cursor.json().currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> cursor.json().getFloatValue();
            case VALUE_STRING -> (float) notFinite(cursor, "a float");
            default -> throw cursor.misfit("a float", null);
          };
      if (wrapped) {
        cursor.close();
      }
      return value;
    } catch (JacksonException e) {
      throw cursor.unreadable("a float", e);
    }
  }

  /** What JSON has no number for travels as a string. */
  private static double notFinite(MetaCursor cursor, String expected) {
    return switch (cursor.json().getString()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw cursor.misfit(expected, null);
    };
  }

  static char character(MetaCursor cursor) {
    String text = string(cursor, "a char");
    if (text.length() != 1) {
      throw cursor.misfit("a char", "a string of length " + text.length());
    }
    return text.charAt(0);
  }

  static String string(MetaCursor cursor, String expected) {
    try {
      boolean wrapped = cursor.openScalar(expected);
      if (cursor.json().currentToken() != JsonToken.VALUE_STRING) {
        throw cursor.misfit(expected, null);
      }
      String value = cursor.json().getString();
      if (wrapped) {
        cursor.close();
      }
      return value;
    } catch (JacksonException e) {
      throw cursor.unreadable(expected, e);
    }
  }
}
