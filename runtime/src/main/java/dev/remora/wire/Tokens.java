package dev.remora.wire;

import org.jspecify.annotations.Nullable;

/** The tags of the token encoding; the table is in {@code docs/protocol.md#tokens}. */
final class Tokens {
  /** Below this a tag is the integer itself. */
  static final int SMALL_INTEGERS = 0x80;

  static final int NULL = 0x80;
  static final int FALSE = 0x81;
  static final int TRUE = 0x82;
  static final int START_ARRAY = 0x83;
  static final int END_ARRAY = 0x84;
  static final int START_OBJECT = 0x85;
  static final int END_OBJECT = 0x86;

  /** A zigzag varint of up to 64 bits follows. */
  static final int INTEGER = 0x87;

  /** Four bytes follow. */
  static final int FLOAT = 0x88;

  /** Eight bytes follow. */
  static final int DOUBLE = 0x89;

  /** A length and as many bytes of two's complement follow. */
  static final int BIG_INTEGER = 0x8A;

  /** A scale, a length and as many bytes of the unscaled value follow. */
  static final int DECIMAL = 0x8B;

  /** A length and as many characters of one byte follow. */
  static final int LATIN = 0x8C;

  /** A length and as many characters of two bytes follow. */
  static final int UTF16 = 0x8D;

  /** From here on the tag says which well-known word it is. */
  static final int WORDS = 0x90;

  /** From here on the tag says how many characters of one byte follow. */
  static final int SHORT_LATIN = 0xC0;

  /** The longest text that has its length in the tag. */
  static final int LONGEST_SHORT = 0xFF - SHORT_LATIN;

  /** What frames say again and again. Their order is part of the protocol. */
  private static final String[] WELL_KNOWN = {
    "MEMBER_CALL",
    "RETURN",
    "RENDERER_CALLBACK",
    "CALLBACK_RETURN",
    "FUNCTION_CALL",
    "DEREFERENCE",
    "RENDERER_RELEASE_CALLBACK",
    "MEMBER_GET",
    "MEMBER_SET",
    "MEMBER_CONSTRUCTOR",
    "REQUIRE",
    "SETTLE",
    "CANCEL",
    "CONTEXT_OPEN",
    "CONTEXT_RELEASE",
    "type",
    "value",
    "members",
    "id",
    "name",
    "object",
    "remote-object",
    "function",
    "array",
    "map",
    "buffer",
    "attachment",
    "promise",
    "error",
    "exception",
    "@meta",
    "location",
    "message",
    "stack",
    "types",
    "cause",
    "code",
    "proto",
    "",
  };

  /** Finds words by their length and three letters: no two words share a slot. */
  private static final byte[] SLOTS = new byte[256];

  static {
    for (int i = 0; i < WELL_KNOWN.length; i++) {
      int slot = slot(WELL_KNOWN[i]);
      if (SLOTS[slot] != 0) {
        throw new ExceptionInInitializerError(WELL_KNOWN[i] + " shares a slot");
      }
      SLOTS[slot] = (byte) (i + 1);
    }
  }

  private Tokens() {}

  private static int slot(String text) {
    int length = text.length();
    if (length == 0) {
      return 0;
    }
    int mixed =
        length * 15
            + text.charAt(0) * 101
            + text.charAt(length - 1) * 21
            + text.charAt(length * 7 / 10) * 67;
    return mixed & (SLOTS.length - 1);
  }

  /** The tag of a well-known word, or 0. */
  static int tagOf(String text) {
    int index = SLOTS[slot(text)];
    return index != 0 && WELL_KNOWN[index - 1].equals(text) ? WORDS + index - 1 : 0;
  }

  /** The word of a tag between {@link #WORDS} and {@link #SHORT_LATIN}; null if it has none yet. */
  static @Nullable String word(int tag) {
    int index = tag - WORDS;
    return index < WELL_KNOWN.length ? WELL_KNOWN[index] : null;
  }
}
