package dev.remora.transport;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Looks again and again for a moment before a thread sleeps, where its last wait was short: to
 * sleep and to be woken takes longer than most answers do.
 *
 * <p>Between two looks other threads may run, the peer's among them. A wait that was long ends it:
 * who calls now and then, or calls what takes long, sleeps at once ({@code
 * docs/decisions/0015-short-waits-are-not-slept-through.md}). Used by one thread at a time.
 */
final class ShortWaits {
  /** About what it costs to sleep and to be woken on another processor. */
  static final long SHORT_NANOS = 50_000;

  private static final boolean POSSIBLE = Runtime.getRuntime().availableProcessors() > 1;

  private final Look look;
  private final LongSupplier nanoTime;
  private boolean areLikely;
  private long began;

  /** Looks whether a wait is over, without waiting. */
  interface Look {
    boolean isOver() throws IOException;
  }

  /**
   * Expects no short waits yet.
   *
   * @param look looks whether a wait is over
   * @param nanoTime the clock
   */
  ShortWaits(Look look, LongSupplier nanoTime) {
    this.look = look;
    this.nanoTime = nanoTime;
  }

  /**
   * Begins a wait.
   *
   * @return true if it is over already; otherwise the thread sleeps, and calls {@link #slept()}
   *     then
   */
  @SuppressWarnings("ThreadPriorityCheck") // a hint is all that is wanted: it is right without
  boolean isOverSoon() throws IOException {
    began = nanoTime.getAsLong();
    if (!areLikely) {
      return false;
    }
    while (!look.isOver()) {
      if (nanoTime.getAsLong() - began >= SHORT_NANOS) {
        return false;
      }
      Thread.yield();
    }
    return true;
  }

  /** The thread has slept, until the wait was over or given up. */
  void slept() {
    areLikely = POSSIBLE && nanoTime.getAsLong() - began < 2 * SHORT_NANOS;
  }
}
