package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.AccessBlockedException;
import dev.remora.CallCancelledException;
import dev.remora.DisconnectedException;
import dev.remora.EncodingException;
import dev.remora.RemoteInvocationException;
import dev.remora.fixture.Counter;
import dev.remora.fixture.CounterStub;
import dev.remora.fixture.Tasks;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls from several threads, long calls, failing calls, and the end of the connection. */
@Timeout(60)
final class CallingTest {

  @ParameterizedTest
  @EnumSource
  void threadsShareAContext(Transport transport) throws Exception {
    int threads = 8;
    int calls = 2_000;
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int base = t * calls;
        running.add(
            runInThread(
                () -> {
                  for (int i = 0; i < calls; i++) {
                    assertThat(counter.doubleIt(base + i)).isEqualTo(2 * (base + i));
                    counter.add(1);
                  }
                }));
      }
      for (CompletableFuture<Void> thread : running) {
        thread.get();
      }
      assertThat(served.counter.add(0)).isEqualTo(threads * calls);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLongCallHoldsNobodyUp(Transport transport) throws Exception {
    CountDownLatch entered = new CountDownLatch(3);
    CountDownLatch hold = new CountDownLatch(1);
    Tasks.put("long", () -> holdUp(entered, hold));
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        running.add(runInThread(() -> counter.run("long")));
      }
      entered.await();
      for (int i = 0; i < 1_000; i++) {
        assertThat(counter.doubleIt(i)).isEqualTo(2 * i);
      }
      assertThat(running).noneMatch(CompletableFuture::isDone);
      hold.countDown();
      for (CompletableFuture<Void> thread : running) {
        thread.get();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedThreadSendsNoCallAndHarmsNobody(Transport transport) throws Exception {
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      runInThread(
              () -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> counter.doubleIt(1))
                    .isInstanceOf(CallCancelledException.class)
                    .hasMessageContaining("doubleIt was not sent: its thread is interrupted");
                assertThat(Thread.interrupted()).isTrue();
                assertThat(counter.doubleIt(2)).isEqualTo(4);
              })
          .get();
      assertThat(counter.doubleIt(3)).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatMainClosesFailsTheCallsThatWait(Transport transport) throws Exception {
    failsWhen(transport, (served, remote) -> served.main.close(), "the main process is closed");
  }

  @ParameterizedTest
  @EnumSource
  void whatTheRendererClosesFailsTheCallsThatWait(Transport transport) throws Exception {
    failsWhen(transport, (served, remote) -> remote.close(), "was closed by this process");
  }

  private interface Ending {
    void end(Served served, RemoteContext remote);
  }

  private static void failsWhen(Transport transport, Ending ending, String reason)
      throws Exception {
    CountDownLatch entered = new CountDownLatch(2);
    CountDownLatch hold = new CountDownLatch(1);
    Tasks.put("doomed", () -> holdUp(entered, hold));
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      CompletableFuture<Void> first = runInThread(() -> counter.run("doomed"));
      CompletableFuture<Void> second = runInThread(() -> counter.run("doomed"));
      entered.await();
      ending.end(served, remote);
      for (CompletableFuture<Void> call : List.of(first, second)) {
        assertThatThrownBy(() -> call.get(1, TimeUnit.SECONDS))
            .isInstanceOf(ExecutionException.class)
            .cause()
            .isInstanceOf(DisconnectedException.class)
            .hasMessageContaining("dev.remora.fixture.Counter#1.run failed: ")
            .hasMessageContaining(reason);
      }
      assertThatThrownBy(() -> counter.doubleIt(1)).isInstanceOf(DisconnectedException.class);
      served.awaitRegistry(registry -> registry.isEmpty());
    } finally {
      hold.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsHeldAnyMoreWhenMainHasClosed(Transport transport) {
    for (int i = 0; i < 50; i++) {
      Served served = new Served(transport);
      try (RemoteContext remote = served.connect()) {
        CounterStub.require(remote);
      }
      // The renderer's end and main's own race for the release.
      served.main.close();
      assertThat(served.main.registry().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameObjectIsTheSameStubAndComesHomeAsItself(Transport transport) {
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      assertThat(counter.same()).isSameAs(counter);
      assertThat(CounterStub.require(remote)).isSameAs(counter);
      assertThat(counter.isSelf(counter)).isTrue();
      assertThat(counter.isSelf(counter.fork())).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStubOfAnotherContextCannotGoHome(Transport transport) {
    try (Served served = new Served(transport);
        RemoteContext one = served.connect();
        RemoteContext two = served.connect()) {
      CounterStub mine = CounterStub.require(one);
      CounterStub foreign = CounterStub.require(two);
      assertThatThrownBy(() -> mine.isSelf(foreign))
          .isInstanceOf(EncodingException.class)
          .hasMessageContaining("belongs to context")
          .hasMessageContaining("cannot go home through context");
      assertThat(mine.isSelf(mine)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatFailsHalfWayGivesBackWhatItGave(Transport transport) {
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(counter::halfBroken)
            .isInstanceOf(EncodingException.class)
            .hasMessageContaining("the result of dev.remora.fixture.Counter#1.halfBroken")
            .hasMessageContaining("contains null");
      }
      assertThat(served.main.registry().objectCount()).isEqualTo(1);
      assertThat(counter.doubleIt(1)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void exceptionsBringTheStacksOfBothSides(Transport transport) {
    Tasks.put("illegal", CallingTest::throwIllegalArgument);
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      assertThatThrownBy(() -> counter.run("illegal"))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("no good")
          .satisfies(
              e -> {
                List<String> methods =
                    List.of(e.getStackTrace()).stream()
                        .map(StackTraceElement::getMethodName)
                        .toList();
                assertThat(methods)
                    .containsSubsequence(
                        "throwIllegalArgument",
                        "memberCall",
                        "answers",
                        "exceptionsBringTheStacksOfBothSides");
              })
          .cause()
          .isInstanceOf(RemoteInvocationException.class)
          .hasMessage("java.lang.Exception: below");
      assertThatThrownBy(() -> counter.fail("checked"))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("checked");
    }
  }

  private static void throwIllegalArgument() {
    throw new IllegalArgumentException("no good", new Exception("below"));
  }

  @ParameterizedTest
  @EnumSource
  void errorsOfTheVirtualMachineAreAnswersToo(Transport transport) {
    Tasks.put("overflow", () -> overflow(1));
    Tasks.put(
        "memory",
        () -> {
          throw new OutOfMemoryError("not really");
        });
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      assertThatThrownBy(() -> counter.run("overflow"))
          .isInstanceOfSatisfying(
              RemoteInvocationException.class,
              e -> assertThat(e.remoteClassName()).isEqualTo("java.lang.StackOverflowError"));
      assertThatThrownBy(() -> counter.run("memory"))
          .hasMessage("java.lang.OutOfMemoryError: not really");
      assertThat(counter.doubleIt(1)).isEqualTo(2);
    }
  }

  private static int overflow(int depth) {
    return depth < 0 ? depth : depth + overflow(depth + 1) + 1;
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionThatCannotSayItsMessageIsAnAnswerToo(Transport transport) {
    Tasks.put(
        "mute",
        () -> {
          throw new MuteException();
        });
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      assertThatThrownBy(() -> counter.run("mute"))
          .hasMessageContaining("MuteException")
          .hasMessageContaining("getMessage() failed: java.lang.IllegalStateException");
    }
  }

  private static final class MuteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no words");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoLongerUsedIsGivenBack(Transport transport) {
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      for (int i = 0; i < 500; i++) {
        assertThat(counter.fork().doubleIt(i)).isEqualTo(2 * i);
        assertThat(counter.same()).isSameAs(counter);
      }
      served.awaitRegistry(
          registry -> {
            System.gc();
            return registry.objectCount() == 1;
          });
      assertThat(counter.doubleIt(1)).isEqualTo(2);
      counter = null;
      served.awaitRegistry(
          registry -> {
            System.gc();
            return registry.objectCount() == 0;
          });
      assertThat(remote.stubsInUse()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void classesAreReachedOnlyWhereTheyAreExported(Transport transport) {
    try (Served served = new Served(transport);
        RemoteContext remote = served.connect()) {
      assertThat(CounterStub.construct(remote).add(5)).isEqualTo(5);
    }
    try (var main = MainProcess.builder().export(new Counter()).start();
        RemoteContext remote = RemoteContext.connect(main)) {
      assertThat(CounterStub.require(remote).doubleIt(1)).isEqualTo(2);
      assertThatThrownBy(() -> CounterStub.construct(remote))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessageContaining("must call export(Counter.class)");
    }
    try (var main = MainProcess.builder().export(Counter.class).start();
        RemoteContext remote = RemoteContext.connect(main)) {
      assertThat(CounterStub.construct(remote).doubleIt(1)).isEqualTo(2);
      assertThatThrownBy(() -> CounterStub.require(remote))
          .isInstanceOf(AccessBlockedException.class)
          .hasMessageContaining("exported as a class only");
    }
  }

  private static CompletableFuture<Void> runInThread(Runnable task) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                task.run();
                done.complete(null);
              } catch (Throwable e) {
                done.completeExceptionally(e);
              }
            })
        .start();
    return done;
  }

  private static void holdUp(CountDownLatch entered, CountDownLatch hold) {
    entered.countDown();
    try {
      hold.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
