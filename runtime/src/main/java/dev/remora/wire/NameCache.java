package dev.remora.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Names that came before, so that each is made into a string once: of fields, members and contexts.
 *
 * <p>A table of fixed size in which a newer name replaces an older one, so that a peer cannot fill
 * memory with names. Any thread: a race costs a string.
 */
final class NameCache {
  private static final int SIZE = 512;
  private static final int LONGEST = 64;

  private final @Nullable String[] names = new @Nullable String[SIZE];

  /** The name of {@code length} characters of one byte each. */
  String latin(byte[] bytes, int offset, int length) {
    if (length > LONGEST) {
      return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 9) & (SIZE - 1);
    String known = names[slot];
    if (known != null && isThat(known, bytes, offset, length)) {
      return known;
    }
    String made = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    names[slot] = made;
    return made;
  }

  private static boolean isThat(String known, byte[] bytes, int offset, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != (bytes[offset + i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }
}
