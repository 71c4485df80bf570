package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.DisconnectedException;
import dev.remora.transport.InProcessLink;
import dev.remora.transport.Link;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who reads and runs what nobody waits for, while nobody calls. Each byte is a task. */
@Timeout(60)
final class AttendantTest {
  private static final int MANY = 2_000;

  /** A byte whose task is run by the thread that reads it, as an answer is. */
  private static final byte TO_READER = 1;

  private final InProcessLink.Pair pair = InProcessLink.pair();
  private final Bytes bytes = new Bytes(pair.renderer());
  private final AnswerReading reading = new AnswerReading(pair.renderer(), bytes);
  private final Attendant attendant = reading.attendant();

  /** Gives a task to the attendant for each byte that is read. */
  private final class Bytes implements AnswerReading.Intake {
    final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    final AtomicInteger flushed = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Link link;
    private volatile Thread reader = Thread.currentThread();

    Bytes(Link link) {
      this.link = link;
    }

    @Override
    public boolean takeAvailable() {
      ByteBuffer one = ByteBuffer.allocate(1);
      boolean found = false;
      try {
        while (link.read(one.clear()) > 0) {
          found = true;
          reader = Thread.currentThread();
          Runnable task = tasks.remove();
          if (one.get(0) == TO_READER) {
            task.run();
          } else {
            attendant.execute(task);
          }
        }
      } catch (IOException e) {
        lost("closed");
      }
      return found;
    }

    @Override
    public boolean isEnded() {
      return ended.get();
    }

    @Override
    public void lost(String reason) {
      ended.set(true);
    }

    @Override
    public boolean expectsEvents() {
      return true;
    }

    @Override
    public void flush() {
      flushed.incrementAndGet();
    }
  }

  @BeforeEach
  void watch() {
    reading.start();
  }

  @AfterEach
  void close() {
    bytes.lost("the test is over");
    pair.main().close();
    pair.renderer().close();
  }

  private void send(Runnable task) {
    send((byte) 0, task);
  }

  private void send(byte kind, Runnable task) {
    bytes.tasks.add(task);
    try {
      pair.main().writeAll(ByteBuffer.wrap(new byte[] {kind}));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitThat(BooleanSupplier state) {
    while (!state.getAsBoolean()) {
      LockSupport.parkNanos(100_000);
    }
  }

  @Test
  void whatIsReadIsRunByTheThreadThatHasReadIt() {
    AtomicInteger alike = new AtomicInteger();
    // An attendant may have left, on a machine that is slow enough; then the next task brings
    // another one.
    for (int sent = 1; alike.get() < 10; sent++) {
      AtomicInteger run = new AtomicInteger();
      send(
          () -> {
            if (Thread.currentThread().equals(bytes.reader)) {
              alike.incrementAndGet();
            }
            run.incrementAndGet();
          });
      awaitThat(() -> run.get() == 1);
      awaitThat(attendant::isWaiting);
      assertThat(sent).isLessThan(MANY);
    }
  }

  @Test
  void eachTaskRunsOnceAndNoneWhileItsThreadReads() {
    AtomicInteger run = new AtomicInteger();
    Semaphore wrong = new Semaphore(0);
    Runnable task =
        () -> {
          if (Thread.currentThread().equals(reading.leader())) {
            wrong.release();
          }
          run.incrementAndGet();
        };
    for (int i = 0; i < MANY; i++) {
      send(task);
      if (i % 3 == 0) {
        attendant.execute(task);
      }
    }
    int all = MANY + (MANY + 2) / 3;
    awaitThat(() -> run.get() >= all);
    assertThat(run.get()).isEqualTo(all);
    assertThat(wrong.availablePermits()).isZero();
  }

  @Test
  void aTaskThatWaitsHoldsUpNeitherReadingNorTasksNorWhatIsLeft() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(2);
    send(() -> {});
    awaitThat(attendant::isWaiting);
    attendant.execute(
        () -> {
          begun.countDown();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    begun.await();
    int before = bytes.flushed.get();
    attendant.execute(others::countDown);
    send(others::countDown);
    others.await();
    awaitThat(() -> bytes.flushed.get() > before && !attendant.isAwake());
    end.countDown();
  }

  @Test
  void theAttendantLeavesWhenNothingComesAndTheWatcherReadsOn() {
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    send(() -> threads.add(bytes.reader));
    awaitThat(() -> threads.size() == 1);
    awaitThat(() -> !attendant.isThere());
    send(() -> threads.add(bytes.reader));
    awaitThat(() -> threads.size() == 2);
    assertThat(threads)
        .extracting(Thread::getName)
        .isEqualTo(List.of("remora-watcher", "remora-watcher"));
  }

  @Test
  void whatComesBehindACallIsReadHoweverLongTheCallWas() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(7);
    EndForTests context = new EndForTests();
    AtomicInteger run = new AtomicInteger();
    for (int round = 1; round <= 200; round++) {
      PendingAnswer[] answer = new PendingAnswer[1];
      CountDownLatch called = new CountDownLatch(1);
      Thread caller =
          new Thread(
              () -> {
                answer[0] = new PendingAnswer(context);
                called.countDown();
                reading.await(answer[0], Deadline.NONE);
              });
      caller.start();
      called.await();
      // Something that is not the answer wakes the watcher, which finds that a caller reads.
      send(TO_READER, run::incrementAndGet);
      LockSupport.parkNanos(random.nextInt(4_000_000));
      send(
          TO_READER,
          () ->
              answer[0].complete(
                  new PendingAnswer.Failed(call -> new DisconnectedException(call))));
      caller.join();
      send(TO_READER, run::incrementAndGet);
      int all = 2 * round;
      awaitThat(() -> run.get() == all);
    }
  }
}
