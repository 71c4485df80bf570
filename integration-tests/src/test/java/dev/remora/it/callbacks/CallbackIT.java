package dev.remora.it.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.DisconnectedException;
import dev.remora.EncodingException;
import dev.remora.main.MainProcess;
import dev.remora.main.RendererCallback;
import dev.remora.renderer.RemoteContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callbacks from main, on the thread that caused them; functions from main; events. */
final class CallbackIT {
  @TempDir private static Path directory;
  private static final AtomicInteger SOCKETS = new AtomicInteger();

  private final Path socket = directory.resolve("private").resolve("s" + SOCKETS.incrementAndGet());
  private final MainProcess main = MainProcess.builder().export(new Hub()).listen(socket).start();
  private final RemoteContext remote = RemoteContext.connect(socket);
  private final HubStub hub = HubStub.require(remote);

  @AfterEach
  void close() {
    remote.close();
    main.close();
  }

  @Test
  void aCallbackRunsOnTheThreadWhoseCallCausedIt() {
    Thread caller = Thread.currentThread();
    List<Thread> ran = new ArrayList<>();
    int result =
        hub.apply(
            x -> {
              ran.add(Thread.currentThread());
              return x + 1;
            },
            41);
    assertThat(result).isEqualTo(42);
    assertThat(ran).containsExactly(caller);
  }

  @Test
  void nestedCallsKeepLockAndThreadLocalToAnyDepth() {
    IntUnaryOperator[] next = new IntUnaryOperator[1];
    next[0] = depth -> hub.nest(next[0], depth);
    assertThat(hub.nest(next[0], 100)).isEqualTo(101);
  }

  @Test
  void aLoopOfCallbacksHasRunInOrderWhenTheCallReturns() {
    List<Integer> seen = new ArrayList<>();
    hub.forEach(100_000, seen::add);
    assertThat(seen).hasSize(100_000).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void postedCallbacksHaveRunInOrderWhenTheCallThatPostedThemReturns() {
    List<Integer> seen = new ArrayList<>();
    hub.postEach(100_000, seen::add);
    assertThat(seen).hasSize(100_000).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aTransactionRunsAroundItsBodyAndRollsBackOnItsException() {
    hub.inTransaction(() -> hub.log("body"));
    assertThat(hub.takeLog()).containsExactly("begin", "body", "commit");
    assertThatThrownBy(
            () ->
                hub.inTransaction(
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("no");
    assertThat(hub.takeLog()).containsExactly("begin", "rollback");
  }

  @Test
  void checkedExceptionsOfCallbacksCrossTwice() throws Refused {
    assertThat(hub.judge(what -> what.isEmpty(), "")).isTrue();
    assertThatThrownBy(
            () ->
                hub.judge(
                    what -> {
                      throw new Refused("not " + what);
                    },
                    "this"))
        .isExactlyInstanceOf(Refused.class)
        .hasMessage("not this");
  }

  @Test
  void eventsFromThreadsOfMainAreDeliveredInOrderAndListenersCanBeRemoved() throws Exception {
    BlockingQueue<String> events = new LinkedBlockingQueue<>();
    Consumer<String> listener = events::add;
    hub.listen(listener);
    for (int i = 0; i < 100; i++) {
      hub.fireElsewhere("event " + i);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("event " + i);
    }
    assertThat(hub.unlisten(listener)).isTrue();
    assertThat(hub.unlisten(listener)).isFalse();
    assertThat(hub.listeners()).isZero();
  }

  @Test
  void aFunctionComesHomeAsItself() {
    Consumer<String> mine = text -> {};
    assertThat(hub.echo(mine)).isSameAs(mine);
    Supplier<String> mains = hub.supplier("from main");
    assertThat(mains.get()).isEqualTo("from main");
    assertThat(hub.isOriginal(mains)).isTrue();
    assertThat(hub.isOriginal(() -> "mine")).isFalse();
  }

  @Test
  void functionsAreGivenBackWhenNobodyHasThem() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      int expected = i;
      assertThat(hub.apply(x -> x + expected, 1)).isEqualTo(i + 1);
      assertThat(hub.supplier("s" + i).get()).isEqualTo("s" + i);
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (remote.callbacksHeld() > 0 || main.registry().objectCount() > 1) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      System.gc();
    }
  }

  @Test
  void functionsOfAValueThatIsGivenUpAreTakenBack() {
    assertThatThrownBy(() -> hub.take(new Failing(() -> {}, "")))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("no second");
    assertThat(remote.callbacksHeld()).isZero();
    assertThatThrownBy(hub::fail).hasMessageContaining("no second");
    assertThat(main.registry().objectCount()).isEqualTo(1);
  }

  @Test
  void aFunctionWhereTheProcessorDoesNotLookIsAnErrorThatNamesItsComponent() {
    assertThatThrownBy(() -> hub.take(new Unseen(() -> {}, new Unseen.Shaped(() -> {}))))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining(
            "component 'unseen' holds a java.lang.Runnable that the annotation processor has not"
                + " seen");
    assertThat(remote.callbacksHeld()).isZero();
  }

  @Test
  void functionsOfAValueSayWhereTheyWerePassed() {
    Hub local = new Hub();
    try (MainProcess other = MainProcess.builder().export(local).start();
        RemoteContext own = RemoteContext.connect(other)) {
      HubStub.require(own)
          .echoHandlers(new Handlers("x", text -> {}, number -> {}, String::length, null));
      assertThat(RendererCallback.describe(local.lastListener()))
          .matches("java.util.function.Consumer#\\d+ \\(given at CallbackIT.java:\\d+\\)");
    }
  }

  @Test
  void aCallbackThatIsPassedAgainWhileItIsReleasedIsNotLost() {
    AtomicInteger calls = new AtomicInteger();
    IntUnaryOperator same =
        x -> {
          calls.incrementAndGet();
          return x;
        };
    for (int i = 0; i < 3_000; i++) {
      // Main drops its proxy after each call: the release crosses the next passing again and again.
      if (i % 100 == 0) {
        System.gc();
      }
      assertThat(hub.apply(same, i)).isEqualTo(i);
    }
    assertThat(calls).hasValue(3_000);
  }

  @Test
  void manyThreadsCallAcrossInBothDirections() throws Exception {
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      int base = t;
      CompletableFuture<Void> done = new CompletableFuture<>();
      running.add(done);
      new Thread(
              () -> {
                try {
                  for (int i = 0; i < 500; i++) {
                    int add = i;
                    assertThat(hub.apply(x -> hub.apply(y -> y + add, x), base))
                        .isEqualTo(base + add);
                  }
                  done.complete(null);
                } catch (Throwable e) {
                  done.completeExceptionally(e);
                }
              })
          .start();
    }
    for (CompletableFuture<Void> done : running) {
      done.get(50, TimeUnit.SECONDS);
    }
  }

  @Test
  void oneWayCallsAreNotWaitedForAndKeepTheirPlace() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      hub.post("posted " + i);
      expected.add("posted " + i);
      if (i % 100 == 0) {
        hub.log("called " + i);
        expected.add("called " + i);
      }
    }
    assertThat(hub.takeLog()).isEqualTo(expected);
    hub.postSlowly("slow");
    hub.log("behind");
    assertThat(hub.takeLog()).containsExactly("slow", "behind");
  }

  @Test
  void deadListenersDropOutAndSayWhereTheyWerePassed() throws Exception {
    Hub local = new Hub();
    try (MainProcess other = MainProcess.builder().export(local).start()) {
      BlockingQueue<String> heard = new LinkedBlockingQueue<>();
      try (RemoteContext gone = RemoteContext.connect(other)) {
        HubStub.require(gone).listen(heard::add);
        local.fireElsewhere("alive");
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("alive");
      }
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (!other.registry().isEmpty()) {
        assertThat(System.nanoTime()).isLessThan(deadline);
      }
      Consumer<String> dead = local.lastListener();
      assertThat(RendererCallback.isAlive(dead)).isFalse();
      assertThat(RendererCallback.describe(dead))
          .matches("java.util.function.Consumer#\\d+ \\(given at CallbackIT.java:\\d+\\)");
      assertThatThrownBy(() -> dead.accept("dead"))
          .isInstanceOf(DisconnectedException.class)
          .hasMessageContaining("given at CallbackIT.java");
      local.fireElsewhere("dead");
      assertThat(local.listeners()).isZero();
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void callbacksThatNoCallCausedRunWhereTheRendererSays() throws Exception {
    Thread[] ran = new Thread[1];
    CountDownLatch heard = new CountDownLatch(1);
    ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
    try (RemoteContext own = RemoteContext.builder().callbackExecutor(executor).connect(socket)) {
      HubStub.require(own)
          .listen(
              text -> {
                ran[0] = Thread.currentThread();
                heard.countDown();
              });
      hub.fireElsewhere("event");
      assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(ran[0].getName()).isEqualTo("mine");
    } finally {
      executor.shutdown();
    }
  }
}
