package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.remora.CallCancelledException;
import dev.remora.CallTimeoutException;
import dev.remora.Limits;
import dev.remora.fixture.CounterStub;
import dev.remora.transport.InProcessLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers with little time, before a main process that does not keep up or does not read. */
@Timeout(60)
final class SlowMainTest {
  private static final int GIVEN_UP = 256;

  private final InProcessLink.Pair pair = InProcessLink.pair();
  private final RawPeer main;
  private @Nullable RendererSession session;

  SlowMainTest() throws IOException {
    main = new RawPeer(pair.main());
  }

  private void open(Duration callTimeout) throws Exception {
    CompletableFuture<Void> welcomed = inThread(() -> welcome(main));
    RendererOptions options =
        new RendererOptions(
            Limits.defaults(),
            callTimeout,
            Duration.ZERO,
            Duration.ZERO,
            Workers::run,
            reason -> {});
    session =
        RendererSession.open(
            pair.renderer(), RendererSession.hello(null, "test", Limits.defaults(), true), options);
    welcomed.get(10, TimeUnit.SECONDS);
  }

  private static void welcome(RawPeer main) {
    try {
      assertThat(main.receive()).startsWith("[\"HELLO\"");
      main.send(ReleaseRaceTest.WELCOME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<Void> inThread(Runnable task) {
    return CompletableFuture.runAsync(task, run -> new Thread(run).start());
  }

  @AfterEach
  void close() {
    session().lost("the test is over");
    main.close();
  }

  private RendererSession session() {
    return Objects.requireNonNull(session);
  }

  private CounterStub counter() {
    return session().context().require(CounterStub.TYPE).stub();
  }

  @Test
  void callsThatAreGivenUpHoldOthersBackUntilTheyAreAnswered() throws Exception {
    open(Duration.ofMillis(20));
    Throwable failure;
    do {
      failure = catchThrowable(this::counter);
      assertThat(failure).isInstanceOf(CallTimeoutException.class);
    } while (!String.valueOf(failure.getMessage()).contains("under way that nobody waits for"));
    assertThat(failure)
        .hasMessageContaining(
            "was not sent in time: %d calls of this context are under way".formatted(GIVEN_UP));
    assertThat(session().callsUnderWay()).isEqualTo(GIVEN_UP);
    main.send("[\"RETURN\",1,null]");
    do {
      failure = catchThrowable(this::counter);
    } while (String.valueOf(failure.getMessage()).contains("was not sent"));
    assertThat(failure).hasMessageContaining("was not answered in time");
    session().lost("the test says so");
    assertThat(session().callsUnderWay()).isZero();
    assertThat(session().context().givenUp().taken()).isZero();
  }

  @Test
  void aThreadThatWaitsForRoomCanBeInterrupted() throws Exception {
    open(Duration.ofSeconds(30));
    for (int i = 0; i < GIVEN_UP; i++) {
      session().context().givenUp().takeAnyway();
    }
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              failure.complete(catchThrowable(this::counter));
            });
    Thread.currentThread().interrupt();
    assertThat(catchThrowable(this::counter)).isInstanceOf(CallCancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    caller.start();
    while (caller.getState() == Thread.State.NEW || caller.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    caller.interrupt();
    assertThat(failure.get(10, TimeUnit.SECONDS))
        .isInstanceOf(CallCancelledException.class)
        .hasMessageContaining("was not sent");
  }

  @Test
  void aMainThatReadsNothingHoldsUpNobodyBeyondHisTime() throws Exception {
    open(Duration.ofMillis(400));
    CompletableFuture<Void> answered =
        inThread(
            () -> {
              try {
                assertThat(main.receive()).startsWith("[\"REQUIRE\"");
                main.send("[\"RETURN\",1,{\"type\":\"object\",\"name\":\"counter\",\"id\":1}]");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    CounterStub counter = counter();
    answered.get(10, TimeUnit.SECONDS);
    String large = "x".repeat(60_000);
    Throwable failure;
    do {
      failure = catchThrowable(() -> counter.run(large));
      assertThat(failure).isInstanceOf(CallTimeoutException.class);
    } while (!String.valueOf(failure.getMessage()).contains("was not sent"));
    assertThat(failure)
        .hasMessageEndingWith("was not sent in time: the other process reads too slowly");
  }
}
