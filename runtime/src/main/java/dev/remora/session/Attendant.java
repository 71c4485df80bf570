package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
import dev.remora.transport.ShortWaits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a renderer reads and nobody waits for (events, answers to asynchronous calls) on the
 * worker that has read it, so that it wakes one thread and not two.
 *
 * <p>A worker that has run such a task stays for a while: it reads while no caller does, and runs
 * what it has read when it has given the lead back. While callers follow one another closely it
 * keeps away from the connection. It may be held up by what it runs; the watcher sees that, and
 * reads in its place ({@code docs/decisions/0027-who-reads-an-event-runs-it.md}). Any thread may
 * give it a task.
 */
final class Attendant implements Executor {
  /**
   * How long it stays when nothing comes. Shorter, and events that come now and then wake two
   * threads; longer, and connections that are idle cost threads.
   */
  private static final long STAY_NANOS = 50_000_000;

  private static final Duration STAY = Duration.ofNanos(STAY_NANOS);

  /** How long nobody must have called before it waits at the connection again. */
  static final long SPAN_NANOS = 250_000;

  /** What the one place for an attendant is, if it is not a task for it. */
  private enum Seat {
    EMPTY,
    BUSY,
    WAITING
  }

  private final Link link;
  private final AnswerReading reading;
  private final AnswerReading.Intake intake;

  /** A {@link Seat}, or a task for the attendant, which waits. */
  private final AtomicReference<Object> seat = new AtomicReference<>(Seat.EMPTY);

  /** What the attendant has read; its own. */
  private final Queue<Runnable> errands = new ArrayDeque<>(2);

  /**
   * The attendant, while it reads: what is given to it then needs no waking. Others may see it
   * late, and it is not them in any case.
   */
  private @Nullable Thread taking;

  private volatile @Nullable Readiness readiness;

  /** The attendant, while it keeps away from the connection. */
  private volatile @Nullable Thread resting;

  private volatile boolean roused;

  /** Nobody will write soon what is left to be written. */
  private volatile boolean asleep = true;

  /** The attendant's. */
  private final ShortWaits shortWaits = new ShortWaits();

  /** The last wait was short, and so will be the next; the attendant's own. */
  private boolean isBusyTime;

  /** Counts how often the attendant has waited, so that the watcher sees whether it is held up. */
  private volatile int turns;

  /** What {@link #turns} was at the watcher's last look; its own. */
  private int seenTurns;

  Attendant(Link link, AnswerReading reading, AnswerReading.Intake intake) {
    this.link = link;
    this.reading = reading;
    this.intake = intake;
  }

  @Override
  public void execute(Runnable task) {
    if (taking == Thread.currentThread()) {
      errands.add(task);
    } else if (seat.compareAndSet(Seat.WAITING, task)) {
      wake();
    } else {
      Workers.run(
          () -> {
            task.run();
            attend();
          });
    }
  }

  private void wake() {
    Thread away = resting;
    if (away != null) {
      LockSupport.unpark(away);
      return;
    }
    Readiness waiting = readiness;
    if (waiting != null) {
      waiting.wake();
    }
  }

  /** Whether there is an attendant. */
  boolean isThere() {
    return seat.get() != Seat.EMPTY;
  }

  /** Whether an attendant would read what comes now. */
  boolean isWaiting() {
    return seat.get() == Seat.WAITING;
  }

  /**
   * Whether an attendant will soon write what is left for it: it is at work, or answers have come
   * so fast lately that the next one will wake it. Where it does not, the watcher writes.
   */
  boolean isAwake() {
    return !asleep;
  }

  /**
   * Looks whether what the attendant runs has held it up since the last look; nobody leaves
   * anything for it then until it is back. By the watcher.
   */
  boolean noticeHoldUp() {
    int now = turns;
    boolean isSame = now == seenTurns;
    seenTurns = now;
    if (!isSame || isWaiting()) {
      return false;
    }
    asleep = true;
    intake.flush();
    return true;
  }

  /** Whether the attendant keeps away from the connection. */
  boolean isResting() {
    return resting != null;
  }

  /** Callers have stopped to read for some time: the attendant waits at the connection again. */
  void rouse() {
    Thread away = resting;
    if (away != null) {
      roused = true;
      LockSupport.unpark(away);
    }
  }

  /** Stays, if nobody does, until nothing has come for a while. */
  private void attend() {
    if (!seat.compareAndSet(Seat.EMPTY, Seat.BUSY)) {
      return;
    }
    // First of all: the watcher may rest already because of this attendant.
    reading.attended();
    try (Readiness ready = link.newReadiness()) {
      readiness = ready;
      asleep = false;
      stay(ready);
    } catch (IOException e) {
      // The link is closed, or there are no descriptors left: the watcher reads.
    } finally {
      asleep = true;
      readiness = null;
      if (seat.getAndSet(Seat.EMPTY) instanceof Runnable task) {
        // Given to an attendant whose wait has failed.
        Workers.run(task);
      }
      intake.flush();
    }
  }

  private void stay(Readiness ready) throws IOException {
    long useful = System.nanoTime();
    while (!intake.isEnded() && System.nanoTime() - useful < STAY_NANOS) {
      Object found = await(ready);
      boolean hasRun = true;
      if (found instanceof Runnable task) {
        task.run();
      } else {
        take();
        hasRun = runErrands();
      }
      if (hasRun) {
        useful = System.nanoTime();
      }
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // there is one attendant at most
  private Object await(Readiness ready) throws IOException {
    seat.set(Seat.WAITING);
    long began = System.nanoTime();
    try {
      if (!shortWaits.isOverSoon(() -> isOver(ready))) {
        sleep(ready);
      }
      isBusyTime = System.nanoTime() - began < SPAN_NANOS;
      if (reading.isLed()) {
        rest();
      }
    } catch (InterruptedException e) {
      // What it has run has left an interrupt for later; it is of no use here.
    }
    turns++;
    asleep = false;
    intake.flush();
    return seat.getAndSet(Seat.BUSY);
  }

  /** Keeps away while callers read. */
  private void rest() {
    asleep = true;
    intake.flush();
    resting = Thread.currentThread();
    long end = System.nanoTime() + STAY_NANOS;
    int seen = reading.terms();
    boolean isLongCall = false;
    while (isWaiting() && !roused && !intake.isEnded() && System.nanoTime() - end < 0) {
      // A leader that stays long looks for the attendant when it has left, and wakes it.
      LockSupport.parkNanos(this, isLongCall && reading.isLed() ? STAY_NANOS : SPAN_NANOS);
      if (Thread.interrupted()) {
        break;
      }
      int now = reading.terms();
      if (now == seen && !reading.isLed()) {
        break;
      }
      isLongCall = now == seen;
      seen = now;
    }
    resting = null;
    roused = false;
  }

  private void take() {
    taking = Thread.currentThread();
    try {
      reading.takeIfFree();
    } finally {
      taking = null;
    }
  }

  /** Runs what has been read; one task of several, because each may take any time. */
  private boolean runErrands() {
    Runnable mine = errands.poll();
    for (Runnable other = errands.poll(); other != null; other = errands.poll()) {
      Workers.run(other);
    }
    if (mine != null) {
      mine.run();
    }
    return mine != null;
  }

  private boolean isOver(Readiness ready) throws IOException {
    intake.flush();
    return ready.isReady();
  }

  private void sleep(Readiness ready) throws IOException, InterruptedException {
    asleep = !isBusyTime;
    // Whoever leaves a frame looks at the flag behind that: one of the two sees the other.
    intake.flush();
    ready.await(STAY);
    shortWaits.slept();
  }
}
