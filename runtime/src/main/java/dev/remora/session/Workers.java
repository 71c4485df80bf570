package dev.remora.session;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
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

  private Workers() {}

  /**
   * Runs a task now.
   *
   * @param task what to run; it catches what it throws
   */
  public static void run(Runnable task) {
    Pool.POOL.execute(task);
  }

  /**
   * Runs a task on a worker after a while.
   *
   * @param nanos how long to wait
   * @param task what to run; it catches what it throws
   * @return cancels the task while it waits
   */
  static Future<?> runLater(long nanos, Runnable task) {
    return Timer.TIMER.schedule(new Later(task), nanos, TimeUnit.NANOSECONDS);
  }

  /** What the timer runs; it has nobody to tell that a task could not be started. */
  private record Later(Runnable task) implements Runnable {
    @Override
    public void run() {
      while (true) {
        try {
          Pool.POOL.execute(task);
          return;
        } catch (OutOfMemoryError e) {
          LockSupport.parkNanos(NOT_STARTED_NANOS);
        }
      }
    }
  }

  /** Made when the first task runs: a renderer's first call needs none. */
  private static final class Pool implements ThreadFactory {
    static final Executor POOL = Executors.newCachedThreadPool(new Pool());

    private final AtomicInteger count = new AtomicInteger();

    private Pool() {}

    @Override
    public Thread newThread(Runnable task) {
      String name = "remora-worker-" + count.incrementAndGet();
      Thread thread = new Thread(null, task, name, STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    }
  }

  /** Made when the first task has to wait. */
  private static final class Timer implements ThreadFactory {
    static final ScheduledThreadPoolExecutor TIMER =
        new ScheduledThreadPoolExecutor(1, new Timer());

    static {
      // Most deadlines are met: what waits for them must not stay until they have passed.
      TIMER.setRemoveOnCancelPolicy(true);
    }

    private Timer() {}

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, "remora-timer");
      thread.setDaemon(true);
      return thread;
    }
  }
}
