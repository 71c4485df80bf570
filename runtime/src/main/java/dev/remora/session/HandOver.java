package dev.remora.session;

import dev.remora.log.LateLogger;
import dev.remora.transport.Mishap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that no member holds up the reading of its connection: looks at all connections at
 * short intervals while any is busy, and sleeps without a wake-up while none is.
 *
 * <p>One daemon thread for each main process. It looks, and starts leaders; it never reads, writes
 * or waits for a lock.
 */
public final class HandOver implements AutoCloseable {
  private static final LateLogger LOG = new LateLogger(HandOver.class);

  /** A member that runs longer than one to two of these gives up the reading. */
  private static final long LOOK_NANOS = 250_000;

  /** After so many looks at nothing the thread sleeps. */
  private static final int QUIET_LOOKS = 40;

  /** Replaced as a whole, so that looking allocates nothing: it must go on without memory too. */
  private volatile RequestReading[] readings = {};

  /** The thread's own. */
  private final Mishap mishap = new Mishap(LOG, "looking after long calls failed");

  private final Thread thread = new Thread(this::look, "remora-hand-over");
  private volatile boolean asleep;
  private volatile boolean closed;

  /** Starts the thread. */
  public HandOver() {
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void add(RequestReading reading) {
    RequestReading[] more = Arrays.copyOf(readings, readings.length + 1);
    more[more.length - 1] = reading;
    readings = more;
  }

  synchronized void remove(RequestReading reading) {
    List<RequestReading> others = new ArrayList<>(Arrays.asList(readings));
    others.remove(reading);
    readings = others.toArray(new RequestReading[0]);
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
      quiet = inspectSafely() ? 0 : quiet + 1;
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
    if (!inspectSafely() && !closed) {
      mishap.tell();
      LockSupport.park(this);
    }
    asleep = false;
  }

  /** A leader that cannot be started for want of memory or threads is started at the next look. */
  private boolean inspectSafely() {
    try {
      return inspectAll();
    } catch (RuntimeException | Error e) {
      mishap.note(e);
      return true;
    }
  }

  private boolean inspectAll() {
    boolean busy = false;
    for (RequestReading reading : readings) {
      busy |= reading.inspect();
    }
    return busy;
  }
}
