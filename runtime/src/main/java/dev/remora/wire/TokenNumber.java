package dev.remora.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonParser.NumberType;

/**
 * The number that a parser stands at, as JSON's parser would have it: that one knows one kind of
 * fraction until it is asked for another. One thread.
 */
final class TokenNumber {
  private final TokenInput bytes;
  private int tag;

  /** The integer, the bits of a float or double, or a scale. */
  private long bits;

  TokenNumber(TokenInput bytes) {
    this.bytes = bytes;
  }

  /** An integer of one byte. */
  void small(int value) {
    tag = Tokens.INTEGER;
    bits = value;
  }

  /** Reads what follows the tag of an integer or a fraction. */
  void read(int of) {
    tag = of;
    switch (of) {
      case Tokens.INTEGER -> bits = bytes.zigzag();
      case Tokens.BIG_INTEGER -> bytes.take(bytes.length(1));
      case Tokens.FLOAT -> {
        bits = bytes.bigEndian(4);
        checkFinite(Float.isFinite(Float.intBitsToFloat((int) bits)));
      }
      case Tokens.DOUBLE -> {
        bits = bytes.bigEndian(8);
        checkFinite(Double.isFinite(Double.longBitsToDouble(bits)));
      }
      case Tokens.DECIMAL -> {
        bits = bytes.zigzag();
        bytes.take(bytes.length(1));
      }
      default -> throw new IllegalArgumentException("no number has the tag " + of);
    }
  }

  /** Infinities and NaN are strings, as in JSON. */
  private void checkFinite(boolean finite) {
    if (!finite) {
      throw bytes.wrong("a number that is not finite");
    }
  }

  boolean isFraction() {
    return tag == Tokens.FLOAT || tag == Tokens.DOUBLE || tag == Tokens.DECIMAL;
  }

  /** Whether it is an integer of 64 bits. */
  boolean isLong() {
    return tag == Tokens.INTEGER;
  }

  /** The value of one that {@link #isLong()}. */
  long bits() {
    return bits;
  }

  NumberType type() {
    if (isFraction()) {
      return NumberType.DOUBLE;
    }
    if (!isLong()) {
      return NumberType.BIG_INTEGER;
    }
    return bits == (int) bits ? NumberType.INT : NumberType.LONG;
  }

  Number value() {
    return switch (type()) {
      case INT -> Integer.valueOf((int) bits);
      case LONG -> Long.valueOf(bits);
      case BIG_INTEGER -> bytes.bigInteger();
      default -> Double.valueOf(toDouble());
    };
  }

  /** The value in the type that holds just it. */
  Number exact() {
    return switch (tag) {
      case Tokens.FLOAT -> Float.valueOf(toFloat());
      case Tokens.DECIMAL -> decimal();
      default -> value();
    };
  }

  /** The value; for fractions, of which JSON would have the text, through that text. */
  float toFloat() {
    return switch (tag) {
      case Tokens.FLOAT -> Float.intBitsToFloat((int) bits);
      case Tokens.INTEGER -> bits;
      default -> Float.parseFloat(text());
    };
  }

  /** As {@link #toFloat()}: 0.1 of a float is the double 0.1. */
  double toDouble() {
    return switch (tag) {
      case Tokens.DOUBLE -> Double.longBitsToDouble(bits);
      case Tokens.INTEGER -> bits;
      default -> Double.parseDouble(text());
    };
  }

  BigInteger toBigInteger() {
    return isLong() ? BigInteger.valueOf(bits) : bytes.bigInteger();
  }

  BigDecimal toBigDecimal() {
    return switch (tag) {
      case Tokens.INTEGER -> BigDecimal.valueOf(bits);
      case Tokens.BIG_INTEGER -> new BigDecimal(bytes.bigInteger());
      case Tokens.DECIMAL -> decimal();
      default -> new BigDecimal(text());
    };
  }

  private BigDecimal decimal() {
    if (bits != (int) bits) {
      throw bytes.wrong("the scale " + bits);
    }
    return new BigDecimal(bytes.bigInteger(), (int) bits);
  }

  /** The number as JSON would have it. */
  String text() {
    return switch (tag) {
      case Tokens.FLOAT -> Float.toString(Float.intBitsToFloat((int) bits));
      case Tokens.DOUBLE -> Double.toString(Double.longBitsToDouble(bits));
      case Tokens.DECIMAL -> decimal().toString();
      case Tokens.BIG_INTEGER -> bytes.bigInteger().toString();
      default -> Long.toString(bits);
    };
  }
}
