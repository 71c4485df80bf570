package dev.remora.it.callbacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Runs many threads, and fails with all stacks when nothing has moved for ten seconds. */
public final class Stress {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final AtomicLong PROGRESS = new AtomicLong();

  private Stress() {}

  /** What one thread does; it says whenever it gets on. */
  public interface Body {
    /** Runs one thread's part. */
    void run(int thread, Runnable progress) throws Exception;
  }

  /** Starts threads. */
  public static List<CompletableFuture<Void>> inThreads(int count, Body body) {
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      int number = t;
      CompletableFuture<Void> done = new CompletableFuture<>();
      running.add(done);
      Runnable run =
          () -> {
            try {
              body.run(number, PROGRESS::incrementAndGet);
              done.complete(null);
            } catch (Throwable e) {
              done.completeExceptionally(e);
            }
          };
      new Thread(run, "stress-" + t).start();
    }
    return running;
  }

  /** Waits for all of them. */
  public static void await(List<CompletableFuture<Void>> running) throws Exception {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
    long seen = PROGRESS.get();
    long since = System.nanoTime();
    while (!all.isDone()) {
      LockSupport.parkNanos(1_000_000);
      long now = PROGRESS.get();
      if (now != seen) {
        seen = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > PATIENCE_NANOS) {
        Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
        stacks.forEach((thread, stack) -> System.err.println(thread + "\n  " + List.of(stack)));
        throw new AssertionError("no progress for 10 s");
      }
    }
    all.get();
  }
}
