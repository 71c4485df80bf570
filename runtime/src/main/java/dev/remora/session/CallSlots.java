package dev.remora.session;

import dev.remora.CallCancelledException;
import dev.remora.CallTimeoutException;
import dev.remora.stub.Subject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the calls of one context that no thread waits for: whoever makes one too many waits until
 * one is answered. Any thread.
 */
final class CallSlots {
  /** Half of what the main process accepts by default: the other half is for threads that wait. */
  private static final int SLOTS = 512;

  private final Semaphore free = new Semaphore(SLOTS);

  /**
   * Takes a slot, which {@link #free} gives back.
   *
   * @return false if there is none and the thread must not wait, because it serves a call from the
   *     other side: those that are under way may wait for it
   * @throws CallCancelledException if the thread is interrupted
   * @throws CallTimeoutException if none is free before the deadline
   */
  boolean take(Subject call, Deadline deadline) {
    if (free.tryAcquire()) {
      return true;
    }
    if (Serving.current() != null) {
      return false;
    }
    try {
      if (deadline.isNone()) {
        free.acquire();
      } else if (!free.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new CallTimeoutException(
            "%s was not sent in time: %d calls of this context are under way that nobody waits for"
                .formatted(call.describe(), SLOTS));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallCancelledException(
          call.describe() + " was not sent: its thread was interrupted", e);
    }
  }

  /** Gives a slot back. */
  void free() {
    free.release();
  }

  /** How many calls are under way that no thread waits for. */
  int taken() {
    return SLOTS - free.availablePermits();
  }
}
