package dev.remora.session;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Completes futures on workers, many for one wake-up: what depends on a future is user code, which
 * must not run on a thread that reads, and a wake-up for each would be most of what an asynchronous
 * call costs.
 *
 * <p>One worker runs them one after the other. If one of them waits, perhaps for another that
 * stands behind it, a second worker goes on with the rest. Any thread adds.
 */
final class Completions {
  private static final long LOOK_NANOS = 2_000_000;

  private final Executor executor;
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private boolean running;
  private boolean watched;

  /** How many were started; it stands still while one of them waits. */
  private long started;

  private long startedAtLook;

  /** Which worker runs them; one that was found waiting has lost the queue when it returns. */
  private int shift;

  /** Completes futures by an executor that may have many threads. */
  Completions(Executor executor) {
    this.executor = executor;
  }

  /** Completes a future soon. */
  void add(Runnable completion) {
    int mine;
    synchronized (queue) {
      queue.add(completion);
      if (running) {
        watch();
        return;
      }
      running = true;
      mine = shift;
    }
    executor.execute(() -> runAll(mine));
  }

  private void runAll(int mine) {
    for (Runnable next = next(mine); next != null; next = next(mine)) {
      next.run();
    }
  }

  private @Nullable Runnable next(int mine) {
    synchronized (queue) {
      if (mine != shift) {
        return null;
      }
      Runnable next = queue.poll();
      running = next != null;
      started++;
      return next;
    }
  }

  /** Looks after the worker while something waits behind what it runs; with the lock held. */
  private void watch() {
    if (!watched) {
      watched = true;
      startedAtLook = started;
      Future<?> unused = Workers.runLater(LOOK_NANOS, this::look);
    }
  }

  private void look() {
    int next;
    synchronized (queue) {
      watched = false;
      if (queue.isEmpty()) {
        return;
      }
      boolean stuck = started == startedAtLook;
      watch();
      if (!stuck) {
        return;
      }
      next = ++shift;
    }
    runAll(next);
  }
}
