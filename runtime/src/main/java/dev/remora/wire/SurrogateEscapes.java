package dev.remora.wire;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Writes surrogates as escapes.
 *
 * <p>A Java string may hold a surrogate without its other half, which UTF-8 cannot carry but JSON's
 * escapes can; without this the generator refuses such a string. Pairs are escaped too, because
 * escapes are decided one character at a time.
 */
final class SurrogateEscapes extends CharacterEscapes {
  @Serial private static final long serialVersionUID = 1L;

  private static final int[] ASCII = standardAsciiEscapesForJSON();

  @Override
  public int[] getEscapeCodesForAscii() {
    return ASCII;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
        ? new SerializedString("\\u" + Integer.toHexString(character))
        : null;
  }
}
