package dev.remora.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The daemon threads that read requests, run members and send releases; they come and go with the
 * work.
 */
public final class Workers {
  /** Room for calls that nest; only what is used of it costs memory. */
  private static final long STACK_BYTES = 16 << 20;

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

  /** Runs a task on a worker after a while. */
  static void runLater(long millis, Runnable task) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, POOL).execute(task);
  }
}
