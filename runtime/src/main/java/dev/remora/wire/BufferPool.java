package dev.remora.wire;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside of the heap that is lent to connections while they read or write, so that idle
 * ones hold none. Any thread.
 *
 * <p>A few places without a lock: what finds none is left to the garbage collector.
 */
public final class BufferPool {
  /** As many as a machine's processors use at once, and some. */
  private static final int PLACES = 32;

  private final AtomicReferenceArray<@Nullable ByteBuffer> places =
      new AtomicReferenceArray<>(PLACES);
  private final int bytes;

  /**
   * Creates an empty pool.
   *
   * @param bytes the size of each buffer
   */
  public BufferPool(int bytes) {
    this.bytes = bytes;
  }

  /**
   * Lends a buffer.
   *
   * @return an empty one, to be given back
   */
  public ByteBuffer take() {
    for (int i = 0; i < PLACES; i++) {
      if (places.get(i) != null) {
        ByteBuffer free = places.getAndSet(i, null);
        if (free != null) {
          return free.clear();
        }
      }
    }
    return ByteBuffer.allocateDirect(bytes);
  }

  /**
   * Takes a buffer back, which its borrower has forgotten.
   *
   * @param buffer one of this pool
   */
  public void giveBack(ByteBuffer buffer) {
    for (int i = 0; i < PLACES; i++) {
      if (places.get(i) == null && places.compareAndSet(i, null, buffer)) {
        return;
      }
    }
  }
}
