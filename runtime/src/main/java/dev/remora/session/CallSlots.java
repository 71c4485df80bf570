package dev.remora.session;

import dev.remora.CallCancelledException;
import dev.remora.CallTimeoutException;
import dev.remora.RemoteException;
import dev.remora.stub.Subject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds the calls of one context that no thread waits for: whoever makes one too many waits until
 * one is answered. Any thread.
 */
final class CallSlots {
  private final int slots;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final AtomicInteger taken = new AtomicInteger();

  /**
   * Creates slots that are free.
   *
   * @param slots how many calls may be under way
   */
  CallSlots(int slots) {
    this.slots = slots;
  }

  /**
   * Takes a slot, which {@link #free} gives back.
   *
   * @return false if there is none and the thread must not wait, because it serves a call from the
   *     other side: those that are under way may wait for it
   * @throws CallCancelledException if the thread is interrupted
   * @throws CallTimeoutException if none is free before the deadline
   */
  boolean take(Subject call, Deadline deadline) {
    lock.lock();
    try {
      if (isFull() && Serving.current() != null) {
        return false;
      }
      WaitEnd end = awaitFreeLocked(deadline);
      if (end != WaitEnd.OVER) {
        throw notSent(call.describe(), end);
      }
      taken.incrementAndGet();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a slot although there may be none, for a call that is under way already. */
  void takeAnyway() {
    lock.lock();
    try {
      taken.incrementAndGet();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a slot is free, and does not take it. A thread that serves a call from the other
   * side waits only if its time ends: what it waits for may wait for it.
   */
  WaitEnd awaitFree(Deadline deadline) {
    if (!isFull() || (deadline.isNone() && Serving.current() != null)) {
      return WaitEnd.OVER;
    }
    lock.lock();
    try {
      return awaitFreeLocked(deadline);
    } finally {
      lock.unlock();
    }
  }

  private WaitEnd awaitFreeLocked(Deadline deadline) {
    while (isFull()) {
      try {
        if (deadline.isNone()) {
          freed.await();
        } else if (!freed.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
            && deadline.isOver()) {
          return WaitEnd.TIMED_OUT;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return WaitEnd.INTERRUPTED;
      }
    }
    return WaitEnd.OVER;
  }

  private boolean isFull() {
    return taken.get() >= slots;
  }

  /** The exception for a call that has found no slot. */
  RemoteException notSent(String call, WaitEnd end) {
    return end == WaitEnd.TIMED_OUT
        ? new CallTimeoutException(
            "%s was not sent in time: %d calls of this context are under way that nobody waits for"
                .formatted(call, taken.get()))
        : new CallCancelledException(call + " was not sent: its thread was interrupted");
  }

  /** Gives a slot back. */
  void free() {
    lock.lock();
    try {
      taken.decrementAndGet();
      // All of them: not everyone who waits takes the slot, and the next must not sleep beside it.
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many calls are under way that no thread waits for. */
  int taken() {
    return taken.get();
  }
}
