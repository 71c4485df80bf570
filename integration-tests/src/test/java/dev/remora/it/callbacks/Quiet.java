package dev.remora.it.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Waits until the tables of both sides are as they should be, and collects garbage meanwhile. */
public final class Quiet {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long UNCHANGED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private Quiet() {}

  /** Fails when the condition has not come true in time. */
  public static void await(String condition, Callable<Boolean> isTrue) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    try {
      while (!isTrue.call()) {
        assertThat(System.nanoTime()).as(condition).isLessThan(deadline);
        System.gc();
        LockSupport.parkNanos(5_000_000);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(condition, e);
    }
  }

  /** Waits until a number has stayed as it is for a while. */
  public static void awaitUnchanged(IntSupplier number) {
    int before = number.getAsInt();
    long since = System.nanoTime();
    while (System.nanoTime() - since < UNCHANGED_NANOS) {
      // It may return at once: somebody may have woken this thread for something that is over.
      LockSupport.parkNanos(5_000_000);
      if (number.getAsInt() != before) {
        before = number.getAsInt();
        since = System.nanoTime();
      }
    }
  }
}
