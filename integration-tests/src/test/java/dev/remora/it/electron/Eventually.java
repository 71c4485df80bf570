package dev.remora.it.electron;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for states that the garbage collector or another thread brings about. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Eventually() {}

  /** Collects garbage until the state holds; fails with what was found instead. */
  static void holds(BooleanSupplier state, Supplier<?> found) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!state.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the state stays " + found.get());
      }
      System.gc();
      Thread.onSpinWait();
    }
  }
}
