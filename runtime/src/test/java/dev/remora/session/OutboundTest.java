package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.Limits;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits how long for room, and who writes, before a peer that reads as it likes. */
@Timeout(60)
final class OutboundTest {
  /** More than one frame that is copied, and a few of them fill the queue. */
  private static final String LARGE = "x".repeat(100_000);

  private static final long ALL = 1L << 40;

  private final JsonEncoding json = new JsonEncoding(Limits.defaults());
  private final Valve valve = new Valve();
  private final Outbound outbound = new Outbound(valve, e -> {});

  @AfterEach
  void close() {
    outbound.close();
    valve.close();
  }

  private OutgoingFrame frame(String text) {
    OutgoingFrame frame = json.newFrame(1 << 20);
    frame.json().writeStartArray().writeString(text).writeEndArray();
    return frame.finish();
  }

  private static Deadline in(int millis) {
    return Deadline.in(Duration.ofMillis(millis));
  }

  /** The frames that have come through whole so far. */
  private List<String> received() {
    List<String> texts = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(valve.taken());
    while (bytes.remaining() >= 4 && bytes.remaining() - 4 >= bytes.getInt(bytes.position())) {
      byte[] text = new byte[bytes.getInt()];
      bytes.get(text);
      texts.add(new String(text, 2, text.length - 4, StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static void await(BooleanSupplier state) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!state.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(100_000);
    }
  }

  private static Thread start(Runnable body) {
    Thread thread = new Thread(body);
    thread.start();
    return thread;
  }

  /** Fills the queue behind a write that does not get on. */
  private int fill() {
    int sent = 0;
    while (outbound.send(frame(LARGE), in(20)) == WaitEnd.OVER) {
      sent++;
    }
    return sent;
  }

  @Test
  void aCallForWhichThereIsNoRoomIsNotSentAndEndsInItsTime() {
    int sent = fill();
    assertThat(outbound.queuedBytes()).isBetween(1L, 400_000L);
    assertThat(outbound.send(frame("late"), in(30))).isEqualTo(WaitEnd.TIMED_OUT);
    valve.open(ALL);
    await(() -> received().size() == sent);
    assertThat(outbound.send(frame("in time"), in(5_000))).isEqualTo(WaitEnd.OVER);
    await(() -> received().size() == sent + 1);
    assertThat(received()).doesNotContain("late").endsWith("in time");
  }

  @Test
  void aThreadThatWaitsForRoomForACallCanBeInterrupted() throws Exception {
    fill();
    CompletableFuture<WaitEnd> end = new CompletableFuture<>();
    AtomicBoolean stays = new AtomicBoolean();
    Thread caller =
        start(
            () -> {
              end.complete(outbound.send(frame("call"), Deadline.NONE));
              stays.set(Thread.currentThread().isInterrupted());
            });
    await(() -> caller.getState() == Thread.State.WAITING);
    caller.interrupt();
    assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(WaitEnd.INTERRUPTED);
    caller.join(10_000);
    assertThat(stays).isTrue();
  }

  @Test
  void aCallerThatWritesAndIsInterruptedLeavesTheRestToAWorker() throws Exception {
    CompletableFuture<WaitEnd> end = new CompletableFuture<>();
    valve.open(10);
    Thread caller = start(() -> end.complete(outbound.send(frame("whole"), Deadline.NONE)));
    await(() -> valve.taken().length == 10);
    caller.interrupt();
    assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(WaitEnd.OVER);
    valve.open(ALL);
    await(() -> received().equals(List.of("whole")));
  }

  @Test
  void anAnswerIsSentHoweverLongItTakesAndWhoeverInterrupts() throws Exception {
    fill();
    CompletableFuture<Void> answered = new CompletableFuture<>();
    Thread worker =
        start(
            () -> {
              outbound.send(frame("answer"));
              answered.complete(null);
            });
    await(() -> worker.getState() == Thread.State.WAITING);
    worker.interrupt();
    valve.open(ALL);
    answered.get(10, TimeUnit.SECONDS);
    await(() -> received().contains("answer"));
  }

  @Test
  void whatGivesBackWaitsForNothingAndKeepsItsPlace() {
    int sent = fill();
    for (int i = 0; i < 100; i++) {
      outbound.sendAtOnce(frame("release " + i));
    }
    valve.open(ALL);
    await(() -> received().size() == sent + 100);
    assertThat(received().subList(sent, sent + 100))
        .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "release " + i).toList());
  }

  @Test
  void aFrameLargerThanTheQueuePasses() {
    valve.open(ALL);
    String huge = LARGE.repeat(8);
    assertThat(outbound.send(frame(huge), in(5_000))).isEqualTo(WaitEnd.OVER);
    await(() -> received().equals(List.of(huge)));
  }

  @Test
  void aCallerDoesNotWriteForOthersBeyondItsTime() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    valve.open(ALL);
    // The peer reads all the time, and with each write there is more to write.
    valve.whenWritten(
        () -> {
          if (!stop.get()) {
            outbound.sendAtOnce(frame("others'"));
          }
        });
    CompletableFuture<WaitEnd> end = new CompletableFuture<>();
    Thread caller = start(() -> end.complete(outbound.send(frame("mine"), in(100))));
    assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(WaitEnd.OVER);
    caller.join(10_000);
    assertThat(caller.isAlive()).isFalse();
    stop.set(true);
    outbound.drain();
    assertThat(outbound.queuedBytes()).isZero();
  }

  @Test
  void whatIsSaidToBeSentArrivesOnceAndInOrderAndNothingElseDoes() throws Exception {
    int threads = 8;
    int rounds = 2_000;
    List<List<String>> sent = new ArrayList<>();
    List<Thread> senders = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      List<String> mine = new ArrayList<>();
      sent.add(mine);
      String prefix = t + ":";
      SplittableRandom random = new SplittableRandom(t);
      senders.add(start(() -> sendAtRandom(prefix, rounds, random, mine)));
    }
    SplittableRandom random = new SplittableRandom(99);
    while (senders.stream().anyMatch(Thread::isAlive)) {
      senders.get(random.nextInt(threads)).interrupt();
      valve.open(random.nextInt(200_000));
      LockSupport.parkNanos(random.nextInt(1_000_000));
    }
    valve.open(ALL);
    int all = sent.stream().mapToInt(List::size).sum();
    await(() -> received().size() == all);
    List<String> received = received().stream().map(OutboundTest::name).toList();
    for (int t = 0; t < threads; t++) {
      String prefix = t + ":";
      assertThat(received.stream().filter(name -> name.startsWith(prefix))).isEqualTo(sent.get(t));
    }
    assertThat(all).isLessThan(threads * rounds);
  }

  private static String name(String text) {
    return text.substring(0, text.indexOf(' '));
  }

  private void sendAtRandom(String prefix, int rounds, SplittableRandom random, List<String> sent) {
    for (int i = 0; i < rounds; i++) {
      String name = prefix + i;
      OutgoingFrame frame = frame(name + " " + LARGE.substring(0, random.nextInt(9_000)));
      switch (random.nextInt(4)) {
        case 0 -> {
          outbound.sendAtOnce(frame);
          sent.add(name);
        }
        case 1 -> {
          outbound.send(frame);
          sent.add(name);
        }
        case 2 -> {
          if (outbound.send(frame, in(1)) == WaitEnd.OVER) {
            sent.add(name);
          }
        }
        default -> {
          if (outbound.send(frame, Deadline.NONE) == WaitEnd.OVER) {
            sent.add(name);
          }
        }
      }
      frame.close();
      boolean unused = Thread.interrupted();
    }
  }
}
