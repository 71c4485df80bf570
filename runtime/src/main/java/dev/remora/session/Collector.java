package dev.remora.session;

import java.time.Duration;
import java.util.concurrent.Future;

/**
 * Collects garbage in a renderer because main has asked for it: the stubs that nobody uses are
 * found by the collector only, and an idle heap has no reason of its own to collect. Any thread.
 */
final class Collector {
  private final long intervalNanos;
  private boolean due;
  private long lastNanos;

  /** Collects no more often than once in an interval. */
  Collector(Duration interval) {
    this.intervalNanos = interval.toNanos();
    this.lastNanos = System.nanoTime() - intervalNanos;
  }

  /** Collects now, or when the interval is over; requests that come meanwhile are one. */
  synchronized void collectSoon() {
    if (!due) {
      due = true;
      long wait = Math.max(0, lastNanos + intervalNanos - System.nanoTime());
      Future<?> unused = Workers.runLater(wait, this::collect);
    }
  }

  private void collect() {
    synchronized (this) {
      due = false;
      lastNanos = System.nanoTime();
    }
    System.gc();
  }
}
