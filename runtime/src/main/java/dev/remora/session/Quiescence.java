package dev.remora.session;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Lets one thread, which closes something, wait until nothing is under way any more. */
final class Quiescence {
  private volatile @Nullable Thread waiting;

  /** Something is not under way any more. Any thread; costs one read where nobody waits. */
  void changed() {
    Thread thread = waiting;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  /** Waits until it is quiet, or until the deadline; an interrupt ends the wait, and stays. */
  void await(BooleanSupplier isQuiet, Deadline deadline) {
    waiting = Thread.currentThread();
    try {
      while (!isQuiet.getAsBoolean()
          && !deadline.isOver()
          && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(this, deadline.remainingNanos());
      }
    } finally {
      waiting = null;
    }
  }
}
