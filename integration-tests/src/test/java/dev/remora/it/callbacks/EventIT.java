package dev.remora.it.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.CallCancelledException;
import dev.remora.DisconnectedException;
import dev.remora.EventOverflow;
import dev.remora.LimitExceededException;
import dev.remora.Limits;
import dev.remora.main.MainProcess;
import dev.remora.main.RendererContext;
import dev.remora.renderer.RemoteContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that main posts by itself: in order, bounded, and none is lost without a word. */
final class EventIT {
  private static final int MOST_BYTES = 64 << 10;

  private final Hub hub = new Hub();
  private final BlockingQueue<RendererContext> renderers = new LinkedBlockingQueue<>();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable open : opened) {
      open.close();
    }
  }

  private RemoteContext connect(EventOverflow overflow) {
    MainProcess main =
        MainProcess.builder()
            .limits(Limits.defaults().withMaxQueuedBytes(MOST_BYTES))
            .onEventOverflow(overflow)
            .onContext(renderers::add)
            .export(hub)
            .start();
    RemoteContext remote = RemoteContext.connect(main);
    opened.add(remote);
    opened.add(main);
    return remote;
  }

  private Consumer<String> listenerInMain(RemoteContext remote, Consumer<String> listener) {
    HubStub.require(remote).listen(listener);
    return hub.lastListener();
  }

  @Test
  void aSlowListenerHoldsItsPosterBackAndHearsEverythingInOrder() throws Exception {
    RemoteContext remote = connect(EventOverflow.BLOCK);
    AtomicInteger heard = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    int count = 3_000;
    CountDownLatch all = new CountDownLatch(count);
    Consumer<String> inMain =
        listenerInMain(
            remote,
            text -> {
              awaitQuietly(go);
              if (!text.startsWith(heard.getAndIncrement() + " ")) {
                wrong.incrementAndGet();
              }
              all.countDown();
            });
    RendererContext renderer = renderers.take();
    CompletableFuture<Void> poster = new CompletableFuture<>();
    AtomicInteger posted = new AtomicInteger();
    Thread posting =
        new Thread(
            () -> {
              for (int i = 0; i < count; i++) {
                inMain.accept(i + " " + "x".repeat(100));
                posted.incrementAndGet();
              }
              poster.complete(null);
            });
    posting.start();
    Quiet.await(
        "the poster waits, and not for the writing",
        () ->
            posting.getState() == Thread.State.WAITING
                && renderer.events().queuedBytes() > MOST_BYTES - 1_000);
    assertThat(poster).isNotDone();
    assertThat(renderer.events().queuedBytes()).isBetween(MOST_BYTES / 2L, (long) MOST_BYTES);
    assertThat(posted.get()).isGreaterThan(256).isLessThan(1_000);
    go.countDown();
    poster.get(10, TimeUnit.SECONDS);
    assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(wrong).hasValue(0);
    assertThat(renderer.events()).isEqualTo(new RendererContext.Events(count, 0, 0, 0, 0));
  }

  @Test
  void whereTheOldestIsDroppedThePosterNeverWaitsAndTheNewestArrive() throws Exception {
    RemoteContext remote = connect(EventOverflow.DROP_OLDEST);
    CountDownLatch go = new CountDownLatch(1);
    BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
    Consumer<String> inMain =
        listenerInMain(
            remote,
            text -> {
              awaitQuietly(go);
              heard.add(Integer.parseInt(text));
            });
    RendererContext renderer = renderers.take();
    int count = 10_000;
    for (int i = 0; i < count; i++) {
      inMain.accept(String.valueOf(i));
    }
    RendererContext.Events events = renderer.events();
    assertThat(events.posted()).isEqualTo(count);
    assertThat(events.dropped()).isGreaterThan(count / 2);
    assertThat(events.queuedBytes()).isLessThanOrEqualTo(MOST_BYTES);
    go.countDown();
    List<Integer> got = new ArrayList<>();
    while (got.isEmpty() || got.get(got.size() - 1) != count - 1) {
      Integer next = heard.poll(10, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      got.add(next);
    }
    assertThat(got).isSorted().hasSize(count - (int) events.dropped());
  }

  @Test
  void whereTheContextIsClosedThePosterAndTheRendererHearWhy() throws Exception {
    RemoteContext remote = connect(EventOverflow.CLOSE);
    CountDownLatch go = new CountDownLatch(1);
    Consumer<String> inMain = listenerInMain(remote, text -> awaitQuietly(go));
    RendererContext renderer = renderers.take();
    AtomicReference<String> reason = new AtomicReference<>();
    renderer.onClose(reason::set);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                inMain.accept("event");
              }
            })
        .isInstanceOf(DisconnectedException.class)
        .hasMessageContaining("function java.util.function.Consumer#")
        .hasMessageContaining("the renderer does not keep up")
        .hasMessageContaining("Limits.maxQueuedBytes");
    Quiet.await("the context has ended", () -> reason.get() != null);
    assertThat(reason.get()).contains("the renderer does not keep up");
    go.countDown();
  }

  @Test
  void whereTooManyEventsAreAnErrorThePosterGetsItAndNothingThatWaitsIsLost() throws Exception {
    RemoteContext remote = connect(EventOverflow.FAIL);
    CountDownLatch go = new CountDownLatch(1);
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    Consumer<String> inMain =
        listenerInMain(
            remote,
            text -> {
              awaitQuietly(go);
              heard.add(text);
            });
    RendererContext renderer = renderers.take();
    AtomicInteger posted = new AtomicInteger();
    assertThatThrownBy(
            () -> {
              while (posted.get() < 10_000) {
                inMain.accept(String.valueOf(posted.get()));
                posted.incrementAndGet();
              }
            })
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("function java.util.function.Consumer#")
        .hasMessageContaining("was not posted: the renderer does not keep up")
        .hasMessageContaining("Limits.maxQueuedBytes");
    assertThat(renderer.events().posted()).isEqualTo(posted.get());
    assertThat(renderer.events().queuedBytes()).isLessThanOrEqualTo(MOST_BYTES);
    go.countDown();
    for (int i = 0; i < posted.get(); i++) {
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(String.valueOf(i));
    }
    inMain.accept("last");
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("last");
  }

  @Test
  void aPosterThatWaitsCanBeInterruptedAndItsEventIsNotPosted() throws Exception {
    RemoteContext remote = connect(EventOverflow.BLOCK);
    CountDownLatch go = new CountDownLatch(1);
    Consumer<String> inMain = listenerInMain(remote, text -> awaitQuietly(go));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread poster =
        new Thread(
            () -> {
              try {
                while (true) {
                  inMain.accept("event");
                }
              } catch (CallCancelledException e) {
                thrown.set(e);
              }
            });
    poster.start();
    Quiet.await("the poster waits", () -> poster.getState() == Thread.State.WAITING);
    poster.interrupt();
    poster.join(10_000);
    assertThat(thrown.get()).hasMessageContaining("was not posted: its thread was interrupted");
    go.countDown();
  }

  @Test
  void anEventThatFailsIsReportedToMainAndTheNextIsHeard() throws Exception {
    RemoteContext remote = connect(EventOverflow.BLOCK);
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    Consumer<String> inMain =
        listenerInMain(
            remote,
            text -> {
              if (text.isEmpty()) {
                throw new IllegalStateException("empty");
              }
              heard.add(text);
            });
    RendererContext renderer = renderers.take();
    inMain.accept("");
    inMain.accept("next");
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("next");
    Quiet.await("main has heard of it", () -> renderer.events().failed() == 1);
  }

  @Test
  void anEventWhoseProxyIsCollectedAtOnceStillFindsItsFunction() throws Exception {
    RemoteContext remote = connect(EventOverflow.BLOCK);
    HubStub stub = HubStub.require(remote);
    AtomicInteger heard = new AtomicInteger();
    int rounds = 200;
    for (int i = 0; i < rounds; i++) {
      // Main keeps nothing: the release of the function follows the event closely.
      stub.postOnce(
          text -> {
            LockSupport.parkNanos(100_000);
            heard.incrementAndGet();
          });
      if (i % 10 == 0) {
        System.gc();
      }
    }
    Quiet.await("all events were heard", () -> heard.get() == rounds);
    Quiet.await("no function is held", () -> remote.callbacksHeld() == 0);
  }

  /** A listener that calls main, which posts to it meanwhile, in one queue with the others. */
  @ParameterizedTest
  @EnumSource(EventOverflow.class)
  void listenersMayCallMembersThatPostToThem(EventOverflow overflow) throws Exception {
    RemoteContext remote = connect(overflow);
    HubStub stub = HubStub.require(remote);
    AtomicInteger inner = new AtomicInteger();
    AtomicInteger outer = new AtomicInteger();
    Consumer<String> inMain =
        listenerInMain(
            remote,
            text -> {
              stub.postEach(200, i -> inner.incrementAndGet());
              outer.incrementAndGet();
            });
    // The others wait for nobody, and so must not be given more than there is room for.
    int count = overflow == EventOverflow.BLOCK ? 500 : 200;
    for (int i = 0; i < count; i++) {
      inMain.accept("event");
    }
    Quiet.await("all were heard", () -> outer.get() == count && inner.get() == 200 * count);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the test does not go on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
