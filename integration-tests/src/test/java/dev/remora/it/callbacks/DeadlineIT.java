package dev.remora.it.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.remora.CallTimeoutException;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import dev.remora.stub.RemoteStub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that have a time: it crosses, it ends them, and nothing is left of them. */
final class DeadlineIT {
  @TempDir private static Path directory;
  private static final AtomicInteger SOCKETS = new AtomicInteger();

  private final Path socket = directory.resolve("private").resolve("d" + SOCKETS.incrementAndGet());
  private final MainProcess main =
      MainProcess.builder()
          .callbackTimeout(Duration.ofMillis(100))
          .export(new Slow())
          .listen(socket)
          .start();
  private final RemoteContext remote = RemoteContext.connect(socket);
  private final SlowStub slow = SlowStub.require(remote);

  @AfterEach
  void close() {
    remote.close();
    main.close();
  }

  private static SlowStub within(SlowStub stub, int millis) {
    return stub.withTimeout(Duration.ofMillis(millis));
  }

  @Test
  void aCallThatIsNotAnsweredInTimeFailsAndIsInterruptedInMain() throws Exception {
    long start = System.nanoTime();
    assertThatThrownBy(() -> within(slow, 50).sleep(30_000, 1))
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageStartingWith("slow#1.sleep was not answered in time");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    Quiet.await("one interrupt in main", () -> slow.interrupts() == 1);
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
    assertThat(within(slow, 10_000).sleep(1, 7)).isEqualTo(7);
  }

  @Test
  void anAsynchronousCallThatIsNotAnsweredInTimeFailsItsFuture() {
    SlowAsyncStub async = SlowAsyncStub.of(within(slow, 50));
    assertThatThrownBy(() -> async.sleep(30_000, 1).get(10, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(CallTimeoutException.class)
        .hasMessage("slow#1.sleep was not answered in time");
    assertThat(SlowAsyncStub.of(slow).withTimeout(Duration.ofSeconds(20)).sleep(1, 8).join())
        .isEqualTo(8);
    Quiet.await("one interrupt in main", () -> slow.interrupts() == 1);
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
  }

  @Test
  void theContextsTimeoutHoldsForCallsWithoutTheirOwn() throws Exception {
    try (RemoteContext hasty =
        RemoteContext.builder().callTimeout(Duration.ofMillis(50)).connect(socket)) {
      SlowStub stub = SlowStub.require(hasty);
      assertThatThrownBy(() -> stub.sleep(30_000, 1)).isInstanceOf(CallTimeoutException.class);
      assertThat(within(stub, 10_000).sleep(100, 1)).isEqualTo(1);
    }
  }

  @Test
  void mainSeesHowLongTheCallerWaits() throws Exception {
    assertThat(slow.remainingMillis()).isEqualTo(-1);
    assertThat(within(slow, 60_000).remainingMillis()).isBetween(50_000L, 60_000L);
    assertThat(slow.callerOf()).isEqualTo(remote.id() + " false");
    assertThat(within(slow, 60_000).callerOf()).isEqualTo(remote.id() + " true");
  }

  @Test
  void aCallWithinACallHasNoMoreTimeThanTheOneAroundIt() {
    int inner = within(slow, 60_000).ask(() -> (int) within(slow, 90_000).remainingMillis());
    assertThat(inner).isBetween(50_000, 60_000);
    int shorter = within(slow, 60_000).ask(() -> (int) within(slow, 20_000).remainingMillis());
    assertThat(shorter).isBetween(10_000, 20_000);
  }

  @Test
  void aCallbackIsGivenUpWithTheCallAroundIt() {
    AtomicReference<Throwable> inner = new AtomicReference<>();
    Throwable outer =
        catchThrowable(
            () ->
                within(slow, 100)
                    .ask(
                        () -> {
                          inner.set(catchThrowable(() -> slow.sleep(30_000, 1)));
                          return 1;
                        }));
    assertThat(inner.get()).isInstanceOf(CallTimeoutException.class);
    // The callback has come back at the very end of the time: an answer that is there is taken.
    if (outer != null) {
      assertThat(outer).isInstanceOf(CallTimeoutException.class);
    }
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
  }

  @Test
  void aCallbackOutsideOfCallsHasTheTimeThatMainSets() throws Exception {
    String answer =
        slow.askElsewhere(
            () -> {
              sleep(1_000);
              return 1;
            });
    assertThat(answer)
        .startsWith("dev.remora.CallTimeoutException: function java.util.function.IntSupplier#")
        .contains("given at DeadlineIT.java", "was not answered in time");
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aStubWithATimeoutIsTheSameObject() {
    SlowStub hasty = within(slow, 1_000);
    assertThat(hasty).isEqualTo(slow).isNotSameAs(slow).hasSameHashCodeAs(slow);
    assertThat(within(hasty, 5)).isEqualTo(hasty);
    assertThatThrownBy(() -> RemoteStub.withTimeout(slow, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a timeout must be positive, not PT0S");
  }

  @Test
  void whatALateAnswerBringsIsGivenBack() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> within(slow, 10).children(50, 500))
          .isInstanceOf(CallTimeoutException.class);
      assertThatThrownBy(() -> within(slow, 10).promisedChild(500))
          .isInstanceOf(CallTimeoutException.class);
    }
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
    Quiet.await("only the module is held", () -> main.registry().objectCount() == 1);
  }

  @Test
  void aFunctionThatALateCallBroughtStaysWithMainUntilMainLetsGo() throws Exception {
    // Enough for the call to begin on a busy machine, and too little for it to end.
    assertThatThrownBy(() -> within(slow, 1_000).keep(() -> {}, 3_000))
        .isInstanceOf(CallTimeoutException.class);
    assertThat(remote.callbacksHeld()).isEqualTo(1);
    slow.forget();
    Quiet.await("no function is held", () -> remote.callbacksHeld() == 0);
  }

  @Test
  void deadlinesThatAreMetOrMissedAtRandomLeaveNothingBehind() throws Exception {
    int threads = 8;
    int rounds = Integer.getInteger("remora.stress.deadlines", 8_000) / threads;
    AtomicInteger missed = new AtomicInteger();
    List<CompletableFuture<Void>> running =
        Stress.inThreads(
            threads,
            (thread, progress) -> {
              SplittableRandom random = new SplittableRandom(thread);
              for (int i = 0; i < rounds; i++) {
                progress.run();
                try {
                  int members = random.nextInt(4);
                  // Some have all the time in the world, however busy the machine is.
                  int millis = random.nextInt(8) == 0 ? 60_000 : 1 + random.nextInt(3);
                  assertThat(within(slow, millis).children(members, random.nextInt(3)))
                      .hasSize(members);
                } catch (CallTimeoutException e) {
                  missed.incrementAndGet();
                }
              }
            });
    Stress.await(running);
    assertThat(missed.get()).isBetween(1, threads * rounds - 1);
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
    Quiet.await("only the module is held", () -> main.registry().objectCount() == 1);
    Quiet.await("only the module's stub is in use", () -> remote.stubsInUse() == 1);
    assertThat(slow.sleep(0, 5)).isEqualTo(5);
  }
}
