package dev.remora.wire;

import dev.remora.LimitExceededException;
import java.io.OutputStream;
import java.util.Arrays;

/** The memory of a frame that is written: two words of room, then the message. One thread. */
final class FrameBuffer extends OutputStream {
  /** Room before the message: for a length, or for two. */
  static final int HEAD = 8;

  private static final int MOST = Integer.MAX_VALUE - 64;

  byte[] bytes = new byte[512];
  int length = HEAD;

  /** Sees to it that {@code count} bytes can be written to {@link #bytes} at {@link #length}. */
  void reserve(int count) {
    if (bytes.length - length < count) {
      grow(count);
    }
  }

  private void grow(int count) {
    long needed = (long) length + count;
    if (needed > MOST) {
      throw new LimitExceededException("a message of more than 2 GiB cannot be sent");
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(needed, 2L * bytes.length)));
  }

  @Override
  public void write(int b) {
    reserve(1);
    bytes[length++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }
}
