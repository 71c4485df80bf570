package dev.remora.transport;

import java.util.function.LongSupplier;

/**
 * Looks again and again for a moment before a thread sleeps, where the last wait was short: to
 * sleep and to be woken takes longer than most answers do.
 *
 * <p>Between two looks other threads may run, the peer's among them. A wait that was long ends it:
 * who calls now and then, or calls what takes long, sleeps at once. So does a machine with more to
 * do than it has processors: a thread that gives its processor away there comes back late, where
 * one that sleeps is woken at once ({@code
 * docs/decisions/0015-short-waits-are-not-slept-through.md}). If several threads use it, what they
 * learn of each other's waits is a hint, and their races do no harm.
 */
public final class ShortWaits {
  /** How long to look: about what it costs to sleep and to be woken on another processor. */
  private static final long LOOK_NANOS = 50_000;

  /** Less than a slice of time that the system gives a thread which never sleeps. */
  private static final long LATE_NANOS = 1_000_000;

  private static final boolean POSSIBLE = Runtime.getRuntime().availableProcessors() > 1;

  /** For how many waits nobody looks after a thread has come back late, at least and at most. */
  private static final int FEWEST_BLIND = 16;

  private static final int MOST_BLIND = 4_096;

  private final LongSupplier nanoTime;
  private boolean areLikely;
  private long began;

  /** For how many waits nobody looks after the next late return. */
  private int penalty = FEWEST_BLIND;

  /** For how many waits nobody looks from now on. */
  private int blind;

  /**
   * Looks whether a wait is over, without waiting.
   *
   * @param <E> thrown where that cannot be said any more
   */
  public interface Look<E extends Exception> {
    /**
     * Looks.
     *
     * @return whether the wait is over
     * @throws E if that cannot be said any more
     */
    boolean isOver() throws E;
  }

  private record SystemTime() implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.nanoTime();
    }
  }

  /** Expects no short waits yet. */
  public ShortWaits() {
    this(new SystemTime());
  }

  ShortWaits(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Begins a wait, and looks for a moment if it is likely to be short.
   *
   * @param <E> what looking may throw
   * @param look looks whether it is over
   * @return true if it is; otherwise the thread sleeps, and calls {@link #slept()} then
   * @throws E if the look fails
   */
  public <E extends Exception> boolean isOverSoon(Look<E> look) throws E {
    long start = nanoTime.getAsLong();
    began = start;
    if (!areLikely) {
      return false;
    }
    if (blind > 0) {
      blind--;
      return false;
    }
    return look(look, start);
  }

  @SuppressWarnings("ThreadPriorityCheck") // a hint is all that is wanted: it is right without
  private <E extends Exception> boolean look(Look<E> look, long start) throws E {
    while (!look.isOver()) {
      long now = nanoTime.getAsLong();
      if (now - start >= LOOK_NANOS) {
        return false;
      }
      Thread.yield();
      if (nanoTime.getAsLong() - now >= LATE_NANOS) {
        blind = penalty;
        penalty = Math.min(2 * penalty, MOST_BLIND);
        return look.isOver();
      }
    }
    penalty = Math.max(penalty - 1, FEWEST_BLIND);
    return true;
  }

  /** The thread has slept, until the wait was over or given up. */
  public void slept() {
    areLikely = POSSIBLE && nanoTime.getAsLong() - began < 2 * LOOK_NANOS;
  }
}
