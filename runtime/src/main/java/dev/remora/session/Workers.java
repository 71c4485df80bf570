package dev.remora.session;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The daemon threads that read requests, run members and send releases; they come and go with the
 * work.
 */
public final class Workers {
  /** Room for calls that nest; only what is used of it costs memory. */
  private static final long STACK_BYTES = 16 << 20;

  /** After how long a task for which there is no memory or no thread is tried again. */
  private static final long NOT_STARTED_NANOS = 1_000_000;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final Executor POOL =
      Executors.newCachedThreadPool(
          task -> {
            String name = "remora-worker-" + COUNT.incrementAndGet();
            Thread thread = new Thread(null, task, name, STACK_BYTES);
            thread.setDaemon(true);
            return thread;
          });

  private Workers() {}

  /**
   * Runs a task now.
   *
   * @param task what to run; it catches what it throws
   */
  public static void run(Runnable task) {
    POOL.execute(task);
  }

  /**
   * Runs a task on a worker after a while.
   *
   * @param nanos how long to wait
   * @param task what to run; it catches what it throws
   * @return cancels the task while it waits
   */
  static Future<?> runLater(long nanos, Runnable task) {
    return Timer.TIMER.schedule(() -> runSurely(task), nanos, TimeUnit.NANOSECONDS);
  }

  /** The timer has nobody to tell that a task could not be started. */
  private static void runSurely(Runnable task) {
    while (true) {
      try {
        POOL.execute(task);
        return;
      } catch (OutOfMemoryError e) {
        LockSupport.parkNanos(NOT_STARTED_NANOS);
      }
    }
  }

  /** Made when the first task has to wait. */
  private static final class Timer {
    static final ScheduledThreadPoolExecutor TIMER =
        new ScheduledThreadPoolExecutor(1, Timer::newThread);

    static {
      // Most deadlines are met: what waits for them must not stay until they have passed.
      TIMER.setRemoveOnCancelPolicy(true);
    }

    private Timer() {}

    private static Thread newThread(Runnable task) {
      Thread thread = new Thread(task, "remora-timer");
      thread.setDaemon(true);
      return thread;
    }
  }
}
