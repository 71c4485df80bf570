package dev.remora.it.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.DisconnectedException;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promises in both directions. */
final class PromiseIT {
  private final MainProcess main = MainProcess.builder().export(new Hub()).start();
  private final RemoteContext remote = RemoteContext.connect(main);
  private final HubStub hub = HubStub.require(remote);

  @AfterEach
  void close() {
    remote.close();
    main.close();
  }

  @Test
  void aPromiseOfMainIsKept() throws Exception {
    assertThat(hub.later(7).get(10, TimeUnit.SECONDS)).isEqualTo(7);
    assertThat(hub.now(8).get(10, TimeUnit.SECONDS)).isEqualTo(8);
    assertThat(hub.done().get(10, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void aPromiseThatFailsBringsItsException() {
    assertThatThrownBy(() -> hub.later(-1).get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative: -1");
  }

  @Test
  void aPromiseFailsWithTheExceptionThatItsMemberDeclaresAndItsCauses() throws Exception {
    CompletableFuture<Integer> refused = hub.refuseLater(false);
    assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isExactlyInstanceOf(Refused.class)
        .hasMessage("later")
        .rootCause()
        .hasMessageContaining("the reason");
    assertThatThrownBy(() -> hub.refuseLater(true))
        .isExactlyInstanceOf(Refused.class)
        .hasMessage("at once");
    HubAsyncStub async = HubAsyncStub.of(hub);
    for (boolean atOnce : new boolean[] {false, true}) {
      assertThatThrownBy(() -> async.refuseLater(atOnce).get(10, TimeUnit.SECONDS))
          .cause()
          .isExactlyInstanceOf(Refused.class);
    }
  }

  @Test
  void aPromiseToMainIsKeptAndSoIsWhatDependsOnIt() throws Exception {
    CompletableFuture<Integer> mine = new CompletableFuture<>();
    CompletableFuture<Integer> twice = hub.twice(mine);
    assertThat(twice.isDone()).isFalse();
    mine.complete(1234);
    assertThat(twice.get(10, TimeUnit.SECONDS)).isEqualTo(2468);
    CompletableFuture<Integer> failing = new CompletableFuture<>();
    CompletableFuture<Integer> failed = hub.twice(failing);
    failing.completeExceptionally(new IllegalStateException("rejected"));
    assertThatThrownBy(() -> failed.get(10, TimeUnit.SECONDS))
        .cause()
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("rejected");
  }

  @Test
  void cancellingCrosses() {
    CompletableFuture<Integer> never = hub.never();
    assertThat(never.cancel(true)).isTrue();
    assertThatThrownBy(never::join).isInstanceOf(CancellationException.class);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!hub.isCancelled()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
    }
  }

  @Test
  void manyPromisesLeaveNothingBehind() throws Exception {
    List<CompletableFuture<Integer>> promises = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      promises.add(hub.later(i));
      promises.add(hub.now(i));
    }
    for (int i = 0; i < promises.size(); i++) {
      assertThat(promises.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i / 2);
    }
    assertThat(main.registry().objectCount()).isEqualTo(1);
    assertThat(remote.callbacksHeld()).isZero();
  }

  @Test
  void aPromiseEndsWithItsConnection() {
    CompletableFuture<Integer> never = hub.never();
    main.close();
    assertThatThrownBy(() -> never.get(1, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(DisconnectedException.class)
        .hasMessageContaining("will not be kept");
  }

  @Test
  void aPromiseThatNobodyReadsLeavesNothingBehind() {
    for (int i = 0; i < 2_000; i++) {
      CompletableFuture<Integer> unread = hub.later(i - 1);
      assertThat(unread).isNotNull();
    }
    Quiet.await("only the module is held", () -> main.registry().objectCount() == 1);
  }

  @Test
  void aPromiseThatEndsAfterItsContextMakesNoNoise() throws Exception {
    try (Noise noise = new Noise()) {
      CompletableFuture<Integer> mine = new CompletableFuture<>();
      CompletableFuture<Integer> twice = hub.twice(mine);
      Hub local = new Hub();
      try (MainProcess other = MainProcess.builder().export(local).start()) {
        CompletableFuture<Integer> kept;
        CompletableFuture<Integer> broken;
        try (RemoteContext gone = RemoteContext.connect(other)) {
          HubStub stub = HubStub.require(gone);
          CompletableFuture<Integer> unused = stub.never();
          kept = local.lastPending();
          unused = stub.never();
          broken = local.lastPending();
        }
        Quiet.await("the context has ended", () -> other.registry().isEmpty());
        kept.complete(1);
        broken.completeExceptionally(new IllegalStateException("nobody is there"));
      }
      remote.close();
      mine.completeExceptionally(new IllegalStateException("nobody is there either"));
      assertThatThrownBy(() -> twice.get(10, TimeUnit.SECONDS))
          .cause()
          .isInstanceOf(DisconnectedException.class);
      // What the ends would set off runs on workers: they have had their turn when another has.
      assertThat(CompletableFuture.supplyAsync(() -> 1).get(10, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(noise.heard()).isEmpty();
    }
  }
}
