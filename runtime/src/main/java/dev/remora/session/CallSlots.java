package dev.remora.session;

import dev.remora.CallCancelledException;
import dev.remora.CallTimeoutException;
import dev.remora.RemoteException;
import dev.remora.stub.Subject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Bounds the calls of one context that no thread waits for: whoever makes one too many waits until
 * one is answered. Any thread.
 */
final class CallSlots {
  private final int slots;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final AtomicInteger taken = new AtomicInteger();

  /** How many threads wait. */
  private final AtomicInteger waiting = new AtomicInteger();

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
    if (takeIfFree()) {
      return true;
    }
    if (Serving.current() != null) {
      return false;
    }
    WaitEnd end = await(this::takeIfFree, deadline);
    if (end != WaitEnd.OVER) {
      throw notSent(call.describe(), end);
    }
    return true;
  }

  private boolean takeIfFree() {
    int now = taken.get();
    while (now < slots) {
      if (taken.compareAndSet(now, now + 1)) {
        return true;
      }
      now = taken.get();
    }
    return false;
  }

  /** Takes a slot although there may be none, for a call that is under way already. */
  void takeAnyway() {
    taken.incrementAndGet();
  }

  /**
   * Waits until a slot is free, and does not take it. A thread that serves a call from the other
   * side waits only if its time ends: what it waits for may wait for it.
   */
  WaitEnd awaitFree(Deadline deadline) {
    if (!isFull() || (deadline.isNone() && Serving.current() != null)) {
      return WaitEnd.OVER;
    }
    return await(() -> !isFull(), deadline);
  }

  private WaitEnd await(BooleanSupplier isOver, Deadline deadline) {
    lock.lock();
    // Whoever frees a slot looks for waiting threads behind that, and these look for a slot behind
    // this: one of the two sees the other.
    waiting.incrementAndGet();
    try {
      while (!isOver.getAsBoolean()) {
        if (deadline.isNone()) {
          freed.await();
        } else if (!freed.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
            && deadline.isOver()) {
          return WaitEnd.TIMED_OUT;
        }
      }
      return WaitEnd.OVER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return WaitEnd.INTERRUPTED;
    } finally {
      waiting.decrementAndGet();
      lock.unlock();
    }
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
    taken.decrementAndGet();
    if (waiting.get() == 0) {
      return;
    }
    lock.lock();
    try {
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
