package dev.remora.session;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside of the heap in which small frames are put side by side before they are written. It
 * is lent to a connection while it writes, so that idle ones hold none. Any thread.
 */
final class Chunks {
  /** The size of a chunk: as many frames of calls as leave in one system call. */
  static final int BYTES = 16 << 10;

  /**
   * Enough for what a machine's processors write at once; more are left to the garbage collector.
   */
  private static final AtomicReferenceArray<@Nullable ByteBuffer> FREE =
      new AtomicReferenceArray<>(32);

  private Chunks() {}

  /** An empty chunk, to be given back. */
  static ByteBuffer take() {
    for (int i = 0; i < FREE.length(); i++) {
      if (FREE.get(i) != null) {
        ByteBuffer free = FREE.getAndSet(i, null);
        if (free != null) {
          return free.clear();
        }
      }
    }
    return ByteBuffer.allocateDirect(BYTES);
  }

  /** Gives a chunk back, which its borrower has forgotten. */
  static void giveBack(ByteBuffer chunk) {
    for (int i = 0; i < FREE.length(); i++) {
      if (FREE.get(i) == null && FREE.compareAndSet(i, null, chunk)) {
        return;
      }
    }
  }
}
