package dev.remora.it.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.DisconnectedException;
import dev.remora.EncodingException;
import dev.remora.LimitExceededException;
import dev.remora.Limits;
import dev.remora.MissingObjectException;
import dev.remora.main.MainProcess;
import dev.remora.main.RendererCallback;
import dev.remora.main.RendererContext;
import dev.remora.renderer.RemoteContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scopes of ownership: how they begin, what they hold, and how they and their objects end. */
final class ContextIT {
  @TempDir private static Path directory;
  private static final AtomicInteger SOCKETS = new AtomicInteger();

  private final Path socket = directory.resolve("private").resolve("x" + SOCKETS.incrementAndGet());
  private final Hub hub = new Hub();
  private final BlockingQueue<RendererContext> renderers = new LinkedBlockingQueue<>();
  private final MainProcess main =
      MainProcess.builder()
          .limits(
              Limits.defaults()
                  .withMaxContexts(4)
                  .withMaxObjectsPerContext(1_000)
                  .withMaxCallbacksPerContext(50))
          .onContext(renderers::add)
          .export(hub)
          .export(new Slow())
          .listen(socket)
          .start();
  private final RemoteContext remote =
      RemoteContext.builder().collectInterval(Duration.ofMillis(20)).connect(socket);

  @AfterEach
  void close() {
    remote.close();
    main.close();
  }

  @Test
  void aContextOfItsOwnGivesEverythingBackWhenItIsClosed() throws Exception {
    SlowStub outer = SlowStub.require(remote);
    List<SlowStub> held = new ArrayList<>();
    try (RemoteContext scope = remote.newContext()) {
      assertThat(scope.id()).isEqualTo("1-2");
      held.addAll(SlowStub.require(scope).children(100, 0));
      assertThat(main.registry().objectCount()).isEqualTo(102);
      assertThat(main.registry().contexts()).hasSize(2);
    }
    Quiet.await("the scope is gone", () -> main.registry().contexts().size() == 1);
    assertThat(main.registry().objectCount()).isEqualTo(1);
    assertThatThrownBy(() -> held.get(0).sleep(0, 1))
        .isInstanceOf(DisconnectedException.class)
        .hasMessageContaining("was not sent: its context was closed by this process");
    assertThat(outer.sleep(0, 3)).isEqualTo(3);
  }

  @Test
  void whatOneContextHoldsMeansNothingInAnother() {
    SlowStub mine = SlowStub.require(remote);
    try (RemoteContext scope = remote.newContext()) {
      SlowStub other = SlowStub.require(scope);
      assertThat(other).isNotEqualTo(mine);
      assertThat(mine.isSame(mine)).isTrue();
      assertThatThrownBy(() -> other.isSame(mine))
          .isInstanceOf(EncodingException.class)
          .hasMessageContaining("belongs to context 1-1 and cannot go home through context 1-2");
    }
  }

  @Test
  void oneContextTooManyIsRefusedAndTheOthersGoOn() {
    List<RemoteContext> scopes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      scopes.add(remote.newContext());
    }
    assertThatThrownBy(remote::newContext)
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("Limits.maxContexts");
    scopes.get(0).close();
    Quiet.await("there is room", () -> main.registry().contexts().size() == 3);
    try (RemoteContext again = remote.newContext()) {
      assertThat(HubStub.require(again).listeners()).isZero();
    }
  }

  @Test
  void closingTheFirstContextEndsTheOthersAndBothSidesHearWhy() throws Exception {
    RemoteContext scope = remote.newContext();
    HubStub stub = HubStub.require(scope);
    AtomicReference<String> here = new AtomicReference<>();
    AtomicReference<String> there = new AtomicReference<>();
    scope.onClose(here::set);
    renderers.take().onClose(there::set);
    remote.close();
    Quiet.await("both have heard", () -> here.get() != null && there.get() != null);
    assertThat(here.get()).isEqualTo("the connection was closed by this process");
    assertThat(there.get()).isEqualTo("the renderer has closed it");
    assertThatThrownBy(stub::listeners).isInstanceOf(DisconnectedException.class);
    Quiet.await("nothing is left", () -> main.registry().isEmpty());
  }

  @Test
  void callsOfAClosedContextFailAndThoseOfOthersGoOn() throws Exception {
    RemoteContext hasty =
        RemoteContext.builder().closeTimeout(Duration.ofMillis(50)).connect(socket);
    RemoteContext scope = hasty.newContext();
    SlowStub slow = SlowStub.require(scope);
    SlowStub other = SlowStub.require(hasty);
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                slow.sleep(2_000, 1);
              } catch (Exception e) {
                failure.complete(e);
              }
            })
        .start();
    Quiet.await("the call is under way", () -> hasty.callsUnderWay() == 1);
    CompletableFuture<Integer> goesOn =
        CompletableFuture.supplyAsync(
            () -> other.children(3, 300).size(), task -> new Thread(task).start());
    Quiet.await("both are under way", () -> hasty.callsUnderWay() == 2);
    scope.close();
    assertThat(failure.get(1, TimeUnit.SECONDS))
        .isInstanceOf(DisconnectedException.class)
        .hasMessage("slow#1.sleep failed: its context was closed by this process");
    assertThat(goesOn.get(10, TimeUnit.SECONDS)).isEqualTo(3);
    hasty.close();
  }

  @Test
  void closingWaitsForCallsThatAreUnderWayAndForWhatTheyCause() throws Exception {
    RemoteContext patient =
        RemoteContext.builder().closeTimeout(Duration.ofSeconds(20)).connect(socket);
    SlowStub slow = SlowStub.require(patient);
    HubStub unused = HubStub.require(patient);
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    new Thread(
            () ->
                answer.complete(
                    slow.ask(
                        () -> {
                          while (unrefused(unused)) {
                            Thread.onSpinWait();
                          }
                          // Others are refused by now, and what belongs to this call is not.
                          return slow.children(2, 50).size();
                        })))
        .start();
    Quiet.await("the call is under way", () -> patient.callsUnderWay() > 0);
    patient.close();
    assertThat(answer.get(1, TimeUnit.SECONDS)).isEqualTo(2);
  }

  /** Whether a thread that is in no call may still call. */
  private static boolean unrefused(HubStub hub) {
    CompletableFuture<Boolean> open = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                open.complete(hub.listeners() >= 0);
              } catch (DisconnectedException e) {
                open.complete(false);
              }
            })
        .start();
    return open.join();
  }

  @Test
  void aContextMayBeClosedWithinACallbackOfItsOwn() {
    RemoteContext own =
        RemoteContext.builder().closeTimeout(Duration.ofSeconds(20)).connect(socket);
    SlowStub slow = SlowStub.require(own);
    assertThatThrownBy(
            () ->
                slow.ask(
                    () -> {
                      own.close();
                      return 1;
                    }))
        .isInstanceOf(DisconnectedException.class)
        .hasMessageContaining("closed by this process");
    assertThat(own.callsUnderWay()).isZero();
  }

  @Test
  void mainMayBeClosedWithinAMember() throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    MainProcess other =
        MainProcess.builder()
            .closeTimeout(Duration.ofSeconds(20))
            .export(hub)
            .listen(socket.resolveSibling("other" + SOCKETS.incrementAndGet()))
            .start();
    RemoteContext own = RemoteContext.connect(other);
    HubStub stub = HubStub.require(own);
    hub.run(
        () -> {
          other.close();
          closed.complete(null);
        });
    assertThatThrownBy(stub::runInMain).isInstanceOf(DisconnectedException.class);
    closed.get(10, TimeUnit.SECONDS);
    own.close();
  }

  @Test
  void anEventMayCallMainAndOnCloseHearsThatItCannotAnyMore() throws Exception {
    HubStub stub = HubStub.require(remote);
    BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    stub.listen(text -> answers.add(stub.apply(x -> x + 1, 41)));
    hub.fireElsewhere("event");
    assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(42);
    CompletableFuture<Integer> late = new CompletableFuture<>();
    remote.onClose(
        reason -> {
          try {
            late.complete(stub.listeners());
          } catch (DisconnectedException e) {
            late.completeExceptionally(e);
          }
        });
    remote.close();
    assertThatThrownBy(() -> late.get(10, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(DisconnectedException.class);
  }

  @Test
  void mainThatIsClosedLetsCallsEndAndTakesNoNewOnes() throws Exception {
    SlowStub slow = SlowStub.require(remote);
    CompletableFuture<Integer> answer =
        CompletableFuture.supplyAsync(
            () -> slow.children(4, 300).size(), task -> new Thread(task).start());
    RendererContext renderer = renderers.take();
    Quiet.await("main serves the call", () -> renderer.callsUnderWay() == 1);
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(main::close, task -> new Thread(task).start());
    Quiet.await(
        "new calls are refused",
        () -> {
          try {
            return slow.remainingMillis() > 0;
          } catch (DisconnectedException e) {
            return true;
          }
        });
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(4);
    closing.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aReleasedStubIsGivenBackAtOnceAndUsingItIsAnErrorHere() {
    SlowStub slow = SlowStub.require(remote);
    SlowStub child = slow.children(1, 0).get(0);
    assertThat(main.registry().objectCount()).isEqualTo(2);
    remote.release(child);
    remote.release(child);
    assertThatThrownBy(() -> child.sleep(0, 1))
        .isInstanceOf(MissingObjectException.class)
        .hasMessage(
            "Cannot use stub of slow#2 any more: this process has released it; ask for the object again");
    assertThatThrownBy(() -> slow.isSame(child)).isInstanceOf(MissingObjectException.class);
    Quiet.await("it is gone in main", () -> main.registry().objectCount() == 1);
    assertThatThrownBy(() -> remote.release("text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("text was not given to context 1-1");
    remote.release(slow);
    assertThat(SlowStub.require(remote)).isNotSameAs(slow).isNotEqualTo(slow);
  }

  @Test
  void mainCanGiveACallbackBackAtOnce() {
    HubStub stub = HubStub.require(remote);
    stub.listen(text -> {});
    assertThat(remote.callbacksHeld()).isEqualTo(1);
    Consumer<String> inMain = hub.lastListener();
    RendererCallback.release(inMain);
    assertThat(RendererCallback.isAlive(inMain)).isFalse();
    assertThatThrownBy(() -> inMain.accept("text"))
        .isInstanceOf(MissingObjectException.class)
        .hasMessageContaining("given at ContextIT.java");
    Quiet.await("it is gone here", () -> remote.callbacksHeld() == 0);
  }

  /** Its heap is idle, so it would collect nothing by itself, and hold a thousand objects soon. */
  @Test
  void aRendererNearItsQuotaCollectsItsGarbageBecauseMainAsks() {
    SlowStub slow = SlowStub.require(remote);
    for (int i = 0; i < 200; i++) {
      assertThat(slow.children(100, 0)).hasSize(100);
    }
  }

  @Test
  void aRendererThatHoldsItsWholeQuotaHearsWhichItIs() {
    SlowStub slow = SlowStub.require(remote);
    List<SlowStub> held = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              while (true) {
                held.addAll(slow.children(200, 0));
              }
            })
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("the context holds 1000 already (Limits.maxObjectsPerContext)");
    assertThat(held).hasSize(800);
    held.clear();
    assertThat(slow.children(500, 0)).hasSize(500);
  }

  @Test
  void callbacksOverTheQuotaAreRefusedAndGivenBack() {
    HubStub stub = HubStub.require(remote);
    List<Consumer<String>> listeners = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Consumer<String> listener = new ArrayList<String>()::add;
      listeners.add(listener);
      stub.listen(listener);
    }
    assertThatThrownBy(() -> stub.listen(text -> {}))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("Limits.maxCallbacksPerContext");
    Quiet.await("the last was given back", () -> remote.callbacksHeld() == 50);
    assertThat(stub.unlisten(listeners.get(7))).isTrue();
  }
}
