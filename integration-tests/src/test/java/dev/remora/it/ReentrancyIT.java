package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.RemoteException;
import dev.remora.it.callbacks.HubStub;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls within calls, to any depth and from many threads at once, without deadlock. */
final class ReentrancyIT {
  private static final int THREADS = 64;

  /** Sized for every build; a system property makes it as long as one likes. */
  private static final long NANOS =
      TimeUnit.SECONDS.toNanos(Long.getLong("remora.stress.seconds", 5));

  @ParameterizedTest
  @EnumSource
  void aThousandNestedCallsKeepLockAndThreadLocal(Via via) throws Exception {
    HubStub hub = HubStub.require(via.remote());
    assertThat(onLargeStack(() -> nest(hub, 1_000))).isEqualTo(1_001);
  }

  @ParameterizedTest
  @EnumSource
  void callsThatNestTooDeepAreAnErrorAndTheNextCallWorks(Via via) throws Exception {
    HubStub hub = HubStub.require(via.remote());
    assertThat(
            onLargeStack(
                () ->
                    assertThatThrownBy(() -> nest(hub, 5_000))
                        .isInstanceOf(RemoteException.class)
                        .hasMessageContaining("nest deeper than 1200")))
        .isNotNull();
    assertThat(nest(hub, 10)).isEqualTo(11);
  }

  private static int nest(HubStub hub, int depth) {
    IntUnaryOperator[] next = new IntUnaryOperator[1];
    next[0] = left -> hub.nest(next[0], left);
    return hub.nest(next[0], depth);
  }

  private static <T> T onLargeStack(Supplier<T> task) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            result.complete(task.get());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    new Thread(null, run, "large stack", 64 << 20).start();
    return result.get(30, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @EnumSource
  void manyThreadsCallAcrossInBothDirections(Via via) throws Exception {
    HubStub hub = HubStub.require(via.remote());
    AtomicLong rounds = new AtomicLong();
    long end = System.nanoTime() + NANOS;
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int base = t;
      running.add(
          CompletableFuture.runAsync(
              () -> {
                while (System.nanoTime() < end) {
                  int add = (int) rounds.incrementAndGet();
                  assertThat(hub.apply(x -> hub.apply(y -> y + add, x) + 1, base))
                      .isEqualTo(base + add + 1);
                }
              },
              task -> new Thread(task).start()));
    }
    watch(rounds, end);
    for (CompletableFuture<Void> thread : running) {
      thread.get(10, TimeUnit.SECONDS);
    }
  }

  /** Fails, with all stacks, when nothing has moved for ten seconds. */
  private static void watch(AtomicLong rounds, long end) {
    while (System.nanoTime() < end) {
      long before = rounds.get();
      long look = Math.min(System.nanoTime() + TimeUnit.SECONDS.toNanos(10), end);
      while (rounds.get() == before && System.nanoTime() < look) {
        LockSupport.parkNanos(1_000_000);
      }
      if (rounds.get() == before && System.nanoTime() < end) {
        Thread.getAllStackTraces()
            .forEach((thread, stack) -> System.err.println(thread + "\n  " + List.of(stack)));
        throw new AssertionError("no progress for 10 s after " + before + " rounds");
      }
    }
  }
}
