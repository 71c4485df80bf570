package dev.remora.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Things that cost more to make than to use again: frames, parsers, buffers. Any thread.
 *
 * <p>A few places without a lock; what finds none is left to the garbage collector. Nothing is kept
 * by threads, of which there may be many, nor by connections, which may be idle.
 *
 * @param <T> the things
 */
public final class Pool<T> {
  /** As many as a machine's processors use at once, and some. */
  private static final int PLACES = 32;

  private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES);

  /** Creates an empty pool. */
  public Pool() {}

  /**
   * Takes something that was given back.
   *
   * @return the caller's alone from here on; null if there is none
   */
  public @Nullable T take() {
    for (int i = 0; i < PLACES; i++) {
      if (places.get(i) != null) {
        T free = places.getAndSet(i, null);
        if (free != null) {
          return free;
        }
      }
    }
    return null;
  }

  /**
   * Gives something back.
   *
   * @param used what nobody uses any more, the caller included
   */
  public void giveBack(T used) {
    for (int i = 0; i < PLACES; i++) {
      if (places.get(i) == null && places.compareAndSet(i, null, used)) {
        return;
      }
    }
  }
}
