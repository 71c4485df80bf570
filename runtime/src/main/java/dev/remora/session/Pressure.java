package dev.remora.session;

import dev.remora.DisconnectedException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a renderer whose own heap is idle from holding main's memory: near the quota main asks it
 * to collect its garbage, and at the quota it waits a moment for the answer before it refuses. Any
 * thread.
 */
final class Pressure {
  private static final long HINT_INTERVAL_NANOS = 100_000_000;
  private static final long LOOK_NANOS = 1_000_000;
  private static final long PATIENCE_NANOS = 2_000_000_000;

  private final ServedContext context;
  private final int limit;
  private final AtomicLong lastHint = new AtomicLong(System.nanoTime() - HINT_INTERVAL_NANOS);

  Pressure(ServedContext context, int limit) {
    this.context = context;
    this.limit = limit;
  }

  /** A further object is going to be given; {@code held} are held already. */
  void beforeGiving(int held) {
    if (held < limit - limit / 4) {
      return;
    }
    hint(held);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (context.held() >= limit
        && !context.hasEnded()
        && !Thread.currentThread().isInterrupted()
        && System.nanoTime() < end) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      // What the first hint found in use may not be any more.
      hint(limit);
    }
  }

  private void hint(int held) {
    long now = System.nanoTime();
    long last = lastHint.get();
    if (now - last >= HINT_INTERVAL_NANOS && lastHint.compareAndSet(last, now)) {
      try {
        context.sendPressure(held, limit);
      } catch (DisconnectedException e) {
        // Nothing will be given any more.
      }
    }
  }
}
