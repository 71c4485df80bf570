package dev.remora.wire;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.exc.StreamReadException;

/**
 * The bytes of a message in the token encoding, and how far they have been read. One thread.
 *
 * <p>What has a length is taken without being copied, and only if it is there: a length that
 * promises more than the message costs nothing.
 */
final class TokenInput {
  private byte[] bytes = {};
  private int start;
  private int position;
  private int end;

  /** Where that begins which was taken last, and how many bytes it has. */
  private int from;

  private int size;

  void restart(byte[] message, int offset, int length) {
    bytes = message;
    start = offset;
    position = offset;
    end = offset + length;
  }

  boolean isAtEnd() {
    return position == end;
  }

  /** How many bytes have been read. */
  int count() {
    return position - start;
  }

  /** The next byte, as a tag. */
  int tag() {
    if (position == end) {
      throw ends();
    }
    return bytes[position++] & 0xFF;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = tag();
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw wrong("a number of more than 64 bits");
  }

  long zigzag() {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }

  long bigEndian(int count) {
    if (count > end - position) {
      throw ends();
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | (bytes[position++] & 0xFF);
    }
    return value;
  }

  /** A length of something whose units have so many bytes. */
  int length(int unit) {
    long length = varint();
    if (length < 0 || length > (end - position) / unit) {
      throw wrong("something of length " + Long.toUnsignedString(length) + ", which is not there");
    }
    return (int) length;
  }

  void take(int count) {
    if (count > end - position) {
      throw ends();
    }
    from = position;
    size = count;
    position += count;
  }

  /** What was taken, as characters of one byte each. */
  String latin() {
    return new String(bytes, from, size, StandardCharsets.ISO_8859_1);
  }

  /** What was taken, as characters of two bytes each: any, also halves of pairs. */
  String utf16() {
    char[] characters = new char[size / 2];
    for (int i = 0; i < characters.length; i++) {
      int at = from + 2 * i;
      characters[i] = (char) (bytes[at] << 8 | (bytes[at + 1] & 0xFF));
    }
    return new String(characters);
  }

  /** What was taken, as characters of one byte each that have come before, most likely. */
  String name(NameCache names) {
    return names.latin(bytes, from, size);
  }

  /** What was taken, as two's complement. */
  BigInteger bigInteger() {
    if (size == 0) {
      throw wrong("a big number without bytes");
    }
    return new BigInteger(bytes, from, size);
  }

  StreamReadException ends() {
    return wrong("its end inside of a value");
  }

  StreamReadException wrong(String what) {
    return new StreamReadException(null, "the message has %s, at byte %d".formatted(what, count()));
  }
}
