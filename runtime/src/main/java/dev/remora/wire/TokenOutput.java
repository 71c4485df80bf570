package dev.remora.wire;

import java.math.BigInteger;

/** Writes the token encoding's scalars as bytes. One thread. */
final class TokenOutput {
  /** A tag, and a number of 64 bits with seven of them in a byte. */
  private static final int LONGEST_INTEGER = 11;

  private final FrameBuffer buffer;

  TokenOutput(FrameBuffer buffer) {
    this.buffer = buffer;
  }

  void tag(int tag) {
    buffer.reserve(1);
    buffer.bytes[buffer.length++] = (byte) tag;
  }

  /** An integer with its tag, in one byte where it fits. */
  void integer(long value) {
    buffer.reserve(LONGEST_INTEGER);
    if (value >= 0 && value < Tokens.SMALL_INTEGERS) {
      buffer.bytes[buffer.length++] = (byte) value;
    } else {
      buffer.bytes[buffer.length++] = (byte) Tokens.INTEGER;
      zigzag(value);
    }
  }

  /** Bits with their tag. */
  void fixed(int tag, long bits, int count) {
    buffer.reserve(1 + count);
    buffer.bytes[buffer.length++] = (byte) tag;
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
      buffer.bytes[buffer.length++] = (byte) (bits >> shift);
    }
  }

  void bigInteger(BigInteger value) {
    tag(Tokens.BIG_INTEGER);
    sized(value.toByteArray());
  }

  void decimal(int scale, BigInteger unscaled) {
    buffer.reserve(LONGEST_INTEGER);
    buffer.bytes[buffer.length++] = (byte) Tokens.DECIMAL;
    zigzag(scale);
    sized(unscaled.toByteArray());
  }

  /** A well-known word, or text of one byte a character, or of two where one does not do. */
  void text(String text) {
    int word = Tokens.tagOf(text);
    if (word != 0) {
      tag(word);
      return;
    }
    int start = buffer.length;
    int length = text.length();
    if (length <= Tokens.LONGEST_SHORT) {
      buffer.reserve(1 + length);
      buffer.bytes[buffer.length++] = (byte) (Tokens.SHORT_LATIN + length);
    } else {
      buffer.reserve(LONGEST_INTEGER + length);
      buffer.bytes[buffer.length++] = (byte) Tokens.LATIN;
      varint(length);
    }
    if (!latin(text)) {
      buffer.length = start;
      utf16(text);
    }
  }

  /** Writes the characters if each fits into a byte. */
  private boolean latin(String text) {
    byte[] bytes = buffer.bytes;
    int at = buffer.length;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 0xFF) {
        return false;
      }
      bytes[at + i] = (byte) c;
    }
    buffer.length = at + length;
    return true;
  }

  private void utf16(String text) {
    int length = text.length();
    buffer.reserve(LONGEST_INTEGER);
    buffer.bytes[buffer.length++] = (byte) Tokens.UTF16;
    varint(length);
    buffer.reserve(Math.multiplyExact(2, length));
    byte[] bytes = buffer.bytes;
    int at = buffer.length;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      bytes[at++] = (byte) (c >> 8);
      bytes[at++] = (byte) c;
    }
    buffer.length = at;
  }

  private void sized(byte[] bytes) {
    buffer.reserve(LONGEST_INTEGER);
    varint(bytes.length);
    buffer.write(bytes, 0, bytes.length);
  }

  private void zigzag(long value) {
    varint(value << 1 ^ value >> 63);
  }

  /** Seven bits a byte, the lowest first; there is room. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer.bytes[buffer.length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    buffer.bytes[buffer.length++] = (byte) rest;
  }
}
