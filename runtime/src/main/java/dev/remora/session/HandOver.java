package dev.remora.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that no member holds up the reading of its connection: looks at all connections at
 * short intervals while any is busy, and sleeps without a wake-up while none is.
 *
 * <p>One daemon thread for each main process. It looks, and starts leaders; it never reads, writes
 * or waits for a lock.
 */
public final class HandOver implements AutoCloseable {
  /** A member that runs longer than one to two of these gives up the reading. */
  private static final long LOOK_NANOS = 250_000;

  /** After so many looks at nothing the thread sleeps. */
  private static final int QUIET_LOOKS = 40;

  private final List<RequestReading> readings = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::look, "remora-hand-over");
  private volatile boolean asleep;
  private volatile boolean closed;

  /** Starts the thread. */
  public HandOver() {
    thread.setDaemon(true);
    thread.start();
  }

  void add(RequestReading reading) {
    readings.add(reading);
  }

  void remove(RequestReading reading) {
    readings.remove(reading);
  }

  /** A member starts: wakes the thread if it sleeps. */
  void busy() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void look() {
    int quiet = 0;
    while (!closed) {
      quiet = inspectAll() ? 0 : quiet + 1;
      if (quiet < QUIET_LOOKS) {
        LockSupport.parkNanos(this, LOOK_NANOS);
      } else {
        sleep();
        quiet = 0;
      }
    }
  }

  private void sleep() {
    asleep = true;
    // Whoever starts a member does so before it looks at the flag: one of the two sees the other.
    if (!inspectAll() && !closed) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  private boolean inspectAll() {
    boolean busy = false;
    for (RequestReading reading : readings) {
      busy |= reading.inspect();
    }
    return busy;
  }
}
