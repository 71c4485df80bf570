package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.remora.CallCancelledException;
import dev.remora.CallTimeoutException;
import dev.remora.Limits;
import dev.remora.VersionSkew;
import dev.remora.fixture.CounterStub;
import dev.remora.fixture.Keeper;
import dev.remora.stub.Codecs;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteStub;
import dev.remora.transport.InProcessLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers with little time, before a main process that does not keep up or does not read. */
@Timeout(60)
final class SlowMainTest {
  private static final int GIVEN_UP = 256;

  /** Little, and enough for a busy machine to come to the point. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private static final String LARGE = "x".repeat(60_000);

  private final InProcessLink.Pair pair = InProcessLink.pair();
  private RawPeer main;
  private RendererSession session;

  @BeforeEach
  void open() throws Exception {
    main = new RawPeer(pair.main());
    RendererOptions options =
        new RendererOptions(
            Limits.defaults(),
            PATIENCE,
            Duration.ZERO,
            Duration.ZERO,
            VersionSkew.REFUSED,
            Workers::run,
            reason -> {});
    session =
        main.welcome(
            pair.renderer(),
            RendererSession.hello(null, "test", Limits.defaults(), true),
            options,
            ReleaseRaceTest.WELCOME);
  }

  private static CompletableFuture<Void> inThread(Runnable task) {
    return CompletableFuture.runAsync(task, run -> new Thread(run).start());
  }

  @AfterEach
  void close() {
    session.lost("the test is over");
    main.close();
  }

  private CounterStub counter() {
    return session.context().require(CounterStub.TYPE).stub();
  }

  @Test
  void callsThatAreGivenUpHoldOthersBackUntilTheyAreAnswered() throws Exception {
    CallSlots givenUp = session.context().givenUp();
    for (int i = 1; i < GIVEN_UP; i++) {
      givenUp.takeAnyway();
    }
    assertThatThrownBy(this::counter)
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageContaining("was not answered in time");
    assertThatThrownBy(this::counter)
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageContaining(
            "was not sent in time: %d calls of this context are under way".formatted(GIVEN_UP));
    assertThat(session.callsUnderWay()).isEqualTo(1);
    main.send("[\"RETURN\",1,null]");
    Throwable failure;
    do {
      failure = catchThrowable(this::counter);
    } while (String.valueOf(failure.getMessage()).contains("was not sent"));
    assertThat(failure).hasMessageContaining("was not answered in time");
    session.lost("the test says so");
    assertThat(session.callsUnderWay()).isZero();
    assertThat(givenUp.taken()).isEqualTo(GIVEN_UP - 1);
  }

  @Test
  void aThreadThatWaitsForRoomCanBeInterrupted() throws Exception {
    for (int i = 0; i < GIVEN_UP; i++) {
      session.context().givenUp().takeAnyway();
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
    caller.interrupt();
    assertThat(failure.get(10, TimeUnit.SECONDS))
        .isInstanceOfAny(CallCancelledException.class, CallTimeoutException.class)
        .hasMessageContaining("was not sent");
  }

  @Test
  void aThreadThatServesACallWaitsForRoomOnlyIfItsTimeEnds() {
    CallSlots slots = new CallSlots(1);
    slots.takeAnyway();
    List<WaitEnd> ends = new ArrayList<>();
    new Serving()
        .run(
            session,
            session.context(),
            new ServedCall(1, false, Deadline.NONE),
            null,
            () -> {
              ends.add(slots.awaitFree(Deadline.NONE));
              ends.add(slots.awaitFree(Deadline.in(Duration.ofMillis(10))));
              assertThat(slots.take(() -> "a call", Deadline.NONE)).isFalse();
            });
    assertThat(ends).containsExactly(WaitEnd.OVER, WaitEnd.TIMED_OUT);
    assertThat(slots.taken()).isEqualTo(1);
  }

  /** Lets main answer the first call, so that there is an object to call. */
  private CounterStub required() throws Exception {
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
    return counter;
  }

  @Test
  void aMainThatReadsNothingHoldsUpNobodyBeyondHisTime() throws Exception {
    CounterStub counter = required();
    fill(counter);
    assertThatThrownBy(() -> counter.run(LARGE))
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageEndingWith("run was not sent in time: the other process reads too slowly");
  }

  private static void fill(CounterStub counter) {
    Throwable failure;
    do {
      failure = catchThrowable(() -> counter.run(LARGE));
      assertThat(failure).isInstanceOf(CallTimeoutException.class);
    } while (!String.valueOf(failure.getMessage()).contains("was not sent"));
  }

  @Test
  void asynchronousAndPostedCallsDoNotWaitLongerEither() throws Exception {
    CounterStub counter = required();
    fill(counter);
    try (RemoteCall call = RemoteCall.memberCall(counter, "run")) {
      call.wrapArgs().write(Codecs.STRING, LARGE);
      CompletableFuture<?> future = call.invokeAsync(result -> "never");
      assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
          .cause()
          .isInstanceOf(CallTimeoutException.class)
          .hasMessageContaining("run was not sent in time");
    }
    try (RemoteCall call = RemoteCall.memberCall(counter, "run")) {
      call.wrapArgs().write(Codecs.STRING, LARGE);
      assertThatThrownBy(call::post)
          .isInstanceOf(CallTimeoutException.class)
          .hasMessageContaining("run was not sent in time");
    }
  }

  @Test
  void whatAnUnsentCallGivesIsTakenBack() throws Exception {
    CounterStub counter = required();
    fill(counter);
    try (RemoteCall call = RemoteCall.memberCall(counter, "run")) {
      call.wrapArgs().write(Codecs.function(Keeper.INT_CONSUMER), x -> {});
      assertThat(session.context().callbacksHeld()).isEqualTo(1);
      assertThatThrownBy(call::invoke).hasMessageContaining("was not sent in time");
    }
    assertThat(session.context().callbacksHeld()).isZero();
  }

  @Test
  void anInterruptEndsTheWaitOfACallThatHasAllTheTime() throws Exception {
    CounterStub counter = required();
    fill(counter);
    CounterStub patient = RemoteStub.withTimeout(counter, Duration.ofHours(1));
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller = new Thread(() -> failure.complete(catchThrowable(() -> patient.run(LARGE))));
    caller.start();
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    caller.interrupt();
    assertThat(failure.get(10, TimeUnit.SECONDS))
        .isInstanceOf(CallCancelledException.class)
        .hasMessageEndingWith("run was not sent: its thread was interrupted");
  }
}
