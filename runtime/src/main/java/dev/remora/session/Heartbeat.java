package dev.remora.session;

import dev.remora.transport.Watcher;
import dev.remora.wire.Command;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds a peer that is stopped or hangs, which no end of the stream tells of: asks when nothing has
 * been heard for a while, and gives the peer up when nothing is heard then either.
 *
 * <p>Time is counted in looks, not by the clock: a process that was stopped itself must not take
 * its own absence for the peer's. While frames come nothing is sent.
 */
final class Heartbeat implements Runnable {
  /** The end of the connection that is looked after. */
  interface Patient {
    /** Sends a frame that says nothing but its command, by a worker; may wait. */
    void sendSign(Command sign);

    /** The peer is given up: says why, once. */
    void peerIsLost(String silence);
  }

  /** The peer is given up after so many looks in a row at which nothing had been heard. */
  private static final int LOOKS = 3;

  /** After how long a look that there is no memory to order is ordered again. */
  private static final long NO_MEMORY_NANOS = 1_000_000;

  private final long lookNanos;
  private final Patient end;

  /**
   * Set by the thread that reads, and cleared at each look; a late sight of it does no harm. The
   * handshake has been heard.
   */
  private volatile boolean heard = true;

  private volatile boolean stopped;
  private int silentLooks;

  /**
   * Prepares to look after a peer.
   *
   * @param patience how long it may be silent; zero for without end
   * @param end this end of the connection
   */
  Heartbeat(Duration patience, Patient end) {
    this.lookNanos = patience.toNanos() / LOOKS;
    this.end = end;
  }

  /** Begins to look, on another thread: the timer is not what a renderer's first call waits for. */
  void start() {
    if (lookNanos > 0) {
      Watcher.run(this);
    }
  }

  /** Something was read from the peer. */
  void heard() {
    if (!heard) {
      heard = true;
    }
  }

  void stop() {
    stopped = true;
  }

  /** Orders the next look; without one a peer that hangs would never be found. */
  private void lookAgain() {
    while (!stopped) {
      try {
        lookLater();
        return;
      } catch (OutOfMemoryError e) {
        LockSupport.parkNanos(this, NO_MEMORY_NANOS);
      }
    }
  }

  private void lookLater() {
    Future<?> unused = Workers.runLater(lookNanos, this);
  }

  /** Looks, and orders the next look. */
  @Override
  public void run() {
    if (stopped) {
      return;
    }
    silentLooks = heard ? 0 : silentLooks + 1;
    heard = false;
    if (silentLooks >= LOOKS) {
      end.peerIsLost(
          "nothing was heard of it for %d ms (Limits.peerTimeout): it is stopped, or hangs"
              .formatted(LOOKS * lookNanos / 1_000_000));
      return;
    }
    lookAgain();
    if (silentLooks > 0) {
      end.sendSign(Command.PING);
    }
  }
}
