package dev.remora.session;

import java.time.Duration;

/** The moment at which a call is given up, or never. Immutable. */
final class Deadline {
  /** Never. */
  static final Deadline NONE = new Deadline(0);

  /** It has been. */
  static final Deadline NOW = new Deadline(System.nanoTime());

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Centuries: far enough to mean never, and near enough not to overflow. */
  private static final long MOST_NANOS = Long.MAX_VALUE / 4;

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** After a time from now on. */
  static Deadline in(Duration time) {
    boolean isFar = time.compareTo(Duration.ofNanos(MOST_NANOS)) > 0;
    return new Deadline(System.nanoTime() + (isFar ? MOST_NANOS : time.toNanos()));
  }

  /** The deadline that came with a frame: so many milliseconds are left; none for 0. */
  static Deadline inMillis(long millis) {
    return millis <= 0 ? NONE : in(Duration.ofMillis(millis));
  }

  boolean isNone() {
    return this == NONE;
  }

  boolean isOver() {
    return this != NONE && nanoTime - System.nanoTime() <= 0;
  }

  /** How long it is until then: 0 or less when it is over. Not for {@link #NONE}. */
  long remainingNanos() {
    return nanoTime - System.nanoTime();
  }

  /** How long to wait for something at most: never nothing, and zero for without end. */
  Duration patience() {
    return this == NONE ? Duration.ZERO : Duration.ofNanos(Math.max(1, remainingNanos()));
  }

  /** What is left, for a frame: at least 1, and 0 for without end. */
  long remainingMillis() {
    return this == NONE
        ? 0
        : Math.max(1, (remainingNanos() + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
  }

  /** The earlier of two. */
  Deadline earlier(Deadline other) {
    if (this == NONE || other == NONE) {
      return this == NONE ? other : this;
    }
    return nanoTime - other.nanoTime <= 0 ? this : other;
  }
}
