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
  /** As many as a machine's processors use at once, and some; a power of two. */
  private static final int PLACES = 16;

  /** Places are so far apart that threads do not share the line of a processor's cache. */
  private static final int APART = 16;

  private static final int LENGTH = PLACES * APART;

  private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(LENGTH);

  /** Creates an empty pool. */
  public Pool() {}

  /**
   * Takes something that was given back.
   *
   * @return the caller's alone from here on; null if there is none
   */
  public @Nullable T take() {
    int first = first();
    for (int i = 0; i < LENGTH; i += APART) {
      int place = (first + i) & (LENGTH - 1);
      if (places.get(place) != null) {
        T free = places.getAndSet(place, null);
        if (free != null) {
          return free;
        }
      }
    }
    return null;
  }

  /** Where a thread looks first: what it has given back is still near its processor. */
  private static int first() {
    return (int) Thread.currentThread().getId() * APART;
  }

  /**
   * Gives something back.
   *
   * @param used what nobody uses any more, the caller included
   */
  public void giveBack(T used) {
    int first = first();
    for (int i = 0; i < LENGTH; i += APART) {
      int place = (first + i) & (LENGTH - 1);
      if (places.get(place) == null && places.compareAndSet(place, null, used)) {
        return;
      }
    }
  }
}
