package dev.remora.it.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.CallCancelledException;
import dev.remora.RemoteInvocationException;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that are given up: by an interrupt of the thread that waits. */
final class CancelIT {
  @TempDir private static Path directory;
  private static final AtomicInteger SOCKETS = new AtomicInteger();

  private final Path socket = directory.resolve("private").resolve("c" + SOCKETS.incrementAndGet());
  private final MainProcess main = MainProcess.builder().export(new Slow()).listen(socket).start();
  private final RemoteContext remote = RemoteContext.connect(socket);
  private final SlowStub slow = SlowStub.require(remote);

  @AfterEach
  void close() {
    remote.close();
    main.close();
  }

  @Test
  void anInterruptEndsTheWaitAndTheMember() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                slow.sleep(30_000, 1);
              } catch (Throwable e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    Quiet.await("the call is under way", () -> remote.callsUnderWay() == 1);
    caller.interrupt();
    caller.join(10_000);
    assertThat(thrown.get())
        .isInstanceOf(CallCancelledException.class)
        .hasMessage("slow#1.sleep was given up: its thread was interrupted");
    assertThat(interrupted.get()).isTrue();
    Quiet.await("one interrupt in main", () -> slow.interrupts() == 1);
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
  }

  @Test
  void aCallbackThatIsInterruptedGivesItsOwnCallUpAndMainHearsOfIt() {
    assertThatThrownBy(
            () ->
                slow.ask(
                    () -> {
                      Thread.currentThread().interrupt();
                      try {
                        return slow.sleep(30_000, 1);
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      } finally {
                        assertThat(Thread.interrupted()).isTrue();
                      }
                    }))
        .isInstanceOf(RemoteInvocationException.class)
        .hasMessageContaining("slow#1.sleep was not sent: its thread is interrupted");
    assertThat(slow.interrupts()).isZero();
  }

  @Test
  void mainThatIsInterruptedWhileItWaitsForACallbackGivesThatUp() throws Exception {
    CountDownLatch inCallback = new CountDownLatch(1);
    CountDownLatch callbackInterrupted = new CountDownLatch(1);
    Thread caller =
        new Thread(
            () -> {
              try {
                slow.ask(() -> hold(inCallback, callbackInterrupted));
              } catch (CallCancelledException e) {
                // As it should be.
              }
            });
    caller.start();
    assertThat(inCallback.await(10, TimeUnit.SECONDS)).isTrue();
    // The callback runs on this very thread: the interrupt is its own, and then the call's.
    caller.interrupt();
    assertThat(callbackInterrupted.await(10, TimeUnit.SECONDS)).isTrue();
    caller.join(10_000);
    assertThat(caller.isAlive()).isFalse();
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
    assertThat(slow.remainingMillis()).isEqualTo(-1);
  }

  private static int hold(CountDownLatch entered, CountDownLatch interrupted) {
    entered.countDown();
    try {
      Thread.sleep(30_000);
    } catch (InterruptedException e) {
      interrupted.countDown();
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  @Test
  void anInterruptForOneCallNeverReachesTheNextOnTheSameThread() throws Exception {
    // Many short calls that are cancelled as they end: their workers go on with other calls.
    int threads = 4;
    List<CompletableFuture<Void>> running =
        Stress.inThreads(
            threads,
            (thread, progress) -> {
              if (thread < threads / 2) {
                cancelAtRandom(thread, 500, progress);
              } else {
                for (int i = 0; i < 2_000; i++) {
                  progress.run();
                  assertThat(slow.sleep(0, i)).isEqualTo(i);
                }
              }
            });
    Stress.await(running);
  }

  @Test
  void callsThatAreCancelledAtRandomLeaveNothingBehind() throws Exception {
    int threads = 8;
    int rounds = Integer.getInteger("remora.stress.cancels", 8_000) / threads;
    AtomicInteger cancelled = new AtomicInteger();
    Stress.await(
        Stress.inThreads(
            threads,
            (thread, progress) -> cancelled.addAndGet(cancelAtRandom(thread, rounds, progress))));
    assertThat(cancelled.get()).isBetween(1, threads * rounds - 1);
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
    Quiet.await("only the module is held", () -> main.registry().objectCount() == 1);
    Quiet.await("only the module's stub is in use", () -> remote.stubsInUse() == 1);
    Quiet.await("no function is held", () -> remote.callbacksHeld() == 0);
    assertThat(slow.sleep(0, 5)).isEqualTo(5);
  }

  @Test
  void aCancelledFutureInterruptsItsMember() {
    SlowAsyncStub async = SlowAsyncStub.of(slow);
    CompletableFuture<Integer> call = async.sleep(30_000, 1);
    Quiet.await("the call is under way", () -> remote.callsUnderWay() == 1);
    assertThat(call.cancel(true)).isTrue();
    Quiet.await("one interrupt in main", () -> slow.interrupts() == 1);
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
    assertThat(async.sleep(1, 6).join()).isEqualTo(6);
  }

  @Test
  void asynchronousCallsThatAreCancelledAtRandomLeaveNothingBehind() throws Exception {
    int threads = 4;
    int rounds = Integer.getInteger("remora.stress.cancels", 8_000) / threads;
    SlowAsyncStub async = SlowAsyncStub.of(slow);
    AtomicInteger cancelled = new AtomicInteger();
    Stress.await(
        Stress.inThreads(
            threads,
            (thread, progress) -> {
              SplittableRandom random = new SplittableRandom(thread);
              Deque<CompletableFuture<List<SlowStub>>> calls = new ArrayDeque<>();
              for (int i = 0; i < rounds; i++) {
                progress.run();
                calls.add(async.children(i % 3, 0));
                if (calls.size() > random.nextInt(100)) {
                  if (calls.removeFirst().cancel(true)) {
                    cancelled.incrementAndGet();
                  }
                  calls.pollLast();
                }
              }
              for (CompletableFuture<List<SlowStub>> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS)).hasSizeLessThan(3);
              }
            }));
    assertThat(cancelled.get()).isBetween(1, threads * rounds - 1);
    Quiet.await("no call under way", () -> remote.callsUnderWay() == 0);
    Quiet.await("only the module is held", () -> main.registry().objectCount() == 1);
    Quiet.await("only the module's stub is in use", () -> remote.stubsInUse() == 1);
  }

  @Test
  void whatDependsOnAFutureMayWaitForAnother() throws Exception {
    SlowAsyncStub async = SlowAsyncStub.of(slow);
    List<CompletableFuture<Integer>> sums = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int x = i;
      sums.add(async.sleep(0, x).thenApply(a -> a + async.sleep(0, x).join()));
    }
    for (int i = 0; i < sums.size(); i++) {
      assertThat(sums.get(i).get(20, TimeUnit.SECONDS)).isEqualTo(2 * i);
    }
  }

  /** Calls, with a second thread that interrupts at any moment; how many calls were given up. */
  private int cancelAtRandom(int seed, int rounds, Runnable progress) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Thread caller = Thread.currentThread();
    AtomicLong due = new AtomicLong();
    Thread interrupter = new Thread(() -> interruptWhenDue(caller, due));
    interrupter.start();
    int cancelled = 0;
    try {
      for (int i = 0; i < rounds; i++) {
        progress.run();
        due.set(System.nanoTime() + random.nextLong(600_000));
        try {
          if (random.nextBoolean()) {
            assertThat(slow.children(2, 0)).hasSize(2);
          } else {
            int x = i;
            assertThat(slow.ask(() -> slow.children(x % 3, 0).size())).isEqualTo(x % 3);
          }
        } catch (RemoteInvocationException e) {
          // The call within the callback was given up, and its exception has come round.
          assertThat(e.isRemotely(CallCancelledException.class.getName())).isTrue();
          cancelled++;
        } catch (CallCancelledException e) {
          cancelled++;
        }
        while (due.get() != 0) {
          Thread.onSpinWait();
        }
        boolean unused = Thread.interrupted();
      }
    } finally {
      due.set(-1);
      while (interrupter.isAlive()) {
        Thread.onSpinWait();
      }
      boolean unused = Thread.interrupted();
    }
    return cancelled;
  }

  private static void interruptWhenDue(Thread caller, AtomicLong due) {
    while (true) {
      long time = due.get();
      if (time == 0) {
        LockSupport.parkNanos(1_000);
      } else if (time == -1) {
        return;
      } else if (System.nanoTime() - time >= 0) {
        caller.interrupt();
        due.compareAndSet(time, 0);
      }
    }
  }
}
