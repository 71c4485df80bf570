package dev.remora.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Frames that have been sent and can be filled again, with their memory and their generator. Any
 * thread.
 *
 * <p>A few places without a lock: a frame that finds none is left to the garbage collector. Frames
 * are not kept by threads, of which there may be many.
 */
final class FramePool {
  private static final int PLACES = 16;

  private final AtomicReferenceArray<@Nullable OutgoingFrame> places =
      new AtomicReferenceArray<>(PLACES);

  /** A closed frame, or null if there is none. */
  @Nullable OutgoingFrame take() {
    for (int i = 0; i < PLACES; i++) {
      if (places.get(i) != null) {
        OutgoingFrame frame = places.getAndSet(i, null);
        if (frame != null) {
          return frame;
        }
      }
    }
    return null;
  }

  /** Takes a frame that nobody uses any more. */
  void giveBack(OutgoingFrame frame) {
    for (int i = 0; i < PLACES; i++) {
      if (places.get(i) == null && places.compareAndSet(i, null, frame)) {
        return;
      }
    }
  }
}
