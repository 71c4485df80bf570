package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.RemoteException;
import dev.remora.it.callbacks.HubStub;
import dev.remora.it.callbacks.Stress;
import dev.remora.it.callbacks.SwitchboardStub;
import dev.remora.renderer.RemoteContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls within calls, to any depth and from many threads at once, without deadlock. */
@Timeout(600) // the watchdog is quicker, and may be told to watch for minutes
final class ReentrancyIT {
  private static final int THREADS = 64;

  /** Sized for every build; a system property makes it as long as one likes. */
  private static final long NANOS =
      TimeUnit.SECONDS.toNanos(Long.getLong("remora.stress.seconds", 5));

  private static final int ROUNDS = Integer.getInteger("remora.stress.rounds", 20_000);

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
    AtomicInteger rounds = new AtomicInteger();
    long end = System.nanoTime() + NANOS;
    Stress.await(
        Stress.inThreads(
            THREADS,
            (thread, progress) -> {
              while (System.nanoTime() < end) {
                progress.run();
                int add = rounds.incrementAndGet();
                assertThat(hub.apply(x -> hub.apply(y -> y + add, x) + 1, thread))
                    .isEqualTo(thread + add + 1);
              }
            }));
  }

  @ParameterizedTest
  @EnumSource
  void twoRenderersCallEachOtherThroughMain(Via via) throws Exception {
    try (RemoteContext left = via.connect();
        RemoteContext right = via.connect()) {
      SwitchboardStub atLeft = SwitchboardStub.require(left);
      SwitchboardStub atRight = SwitchboardStub.require(right);
      // Each handler passes what is left on to the other renderer, until nothing is.
      atLeft.answer("left" + via, x -> x == 0 ? 0 : 1 + atLeft.call("right" + via, x - 1));
      atRight.answer("right" + via, x -> x == 0 ? 0 : 1 + atRight.call("left" + via, x - 1));
      int depth = 5;
      int calls = ROUNDS / depth / 2;
      Stress.await(
          Stress.inThreads(
              2,
              (thread, progress) -> {
                for (int i = 0; i < calls; i++) {
                  progress.run();
                  assertThat(
                          thread == 0
                              ? atLeft.call("right" + via, depth)
                              : atRight.call("left" + via, depth))
                      .isEqualTo(depth);
                }
              }));
    }
  }
}
