package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.transport.Watcher;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The watch over a renderer's connection, by the thread that watches all of this process: reads
 * while nobody else does, and so notices the end of the connection and what main sends by itself.
 *
 * <p>It rests while calls go on, and is woken by the data itself, not by callers in a row; and
 * while an attendant is there that is not held up. There is always somebody who begins it again: a
 * look at the end of a span, the leader that has stayed for long, or the looking after the
 * attendant.
 */
final class IdleWatch {
  private final Link link;
  private final AnswerReading reading;
  private final AnswerReading.Intake intake;
  private final Attendant attendant;

  // Made once: the watch is begun again and again.
  private final Task readable = new Task(Step.READABLE);
  private final Task stayAway = new Task(Step.STAY_AWAY);
  private final Task comeBack = new Task(Step.COME_BACK);
  private final Task lookAfter = new Task(Step.LOOK_AFTER);

  /** What the count of leaders was at the last look; the watcher's own. */
  private int seenTerms;

  /** The watch rests because callers read. */
  private volatile boolean staysAway;

  /** A look at the end of a span has been asked for; the watcher's own. */
  private boolean looksAgain;

  /** When a caller has stopped to read; a hint, since two of them may race. */
  private long leftNanos;

  /** The watch begins again when the present leader resigns. */
  private final AtomicBoolean watcherAway = new AtomicBoolean();

  /** The watch rests because an attendant is there; the watcher's own. */
  private boolean unwatched;

  /** The watcher looks after an attendant; its own. */
  private boolean looksAfter;

  private enum Step {
    READABLE,
    STAY_AWAY,
    COME_BACK,
    LOOK_AFTER
  }

  /**
   * A step, for the watcher. One class for all, because a renderer's start loads each of them, and
   * no switch over the steps, for which the compiler makes another.
   */
  private final class Task implements Runnable {
    private final Step step;

    Task(Step step) {
      this.step = step;
    }

    @Override
    public void run() {
      if (step == Step.READABLE) {
        readable();
      } else if (step == Step.STAY_AWAY) {
        stayAway();
      } else if (step == Step.COME_BACK) {
        comeBack();
      } else {
        lookAfter();
      }
    }
  }

  IdleWatch(Link link, AnswerReading reading, AnswerReading.Intake intake) {
    this.link = link;
    this.reading = reading;
    this.intake = intake;
    this.attendant = reading.attendant();
  }

  /** Begins the watch. */
  void start() {
    link.whenReadable(readable);
  }

  /** A leader has resigned; by its thread. */
  void leaderLeft() {
    if (staysAway || attendant.isResting()) {
      long now = System.nanoTime();
      boolean isSparse = now - leftNanos > Attendant.SPAN_NANOS;
      leftNanos = now;
      if (isSparse) {
        // The next call is as far away, most likely, and an event should not wait for the end of a
        // span.
        attendant.rouse();
        if (staysAway && intake.expectsEvents()) {
          Watcher.run(comeBack);
        }
      }
    }
    if (watcherAway.get() && watcherAway.compareAndSet(true, false)) {
      Watcher.soon(stayAway);
    }
  }

  /** Something can be read: by the watcher, if nobody else does. */
  private void readable() {
    if (attendant.isWaiting()) {
      unwatched = true;
    } else if (reading.takeIfFree()) {
      watchOn();
    } else {
      staysAway = true;
      seenTerms = reading.terms();
      lookAgain();
    }
  }

  private void lookAgain() {
    if (!looksAgain) {
      looksAgain = true;
      Watcher.soon(stayAway);
    }
  }

  private void watchOn() {
    if (!intake.isEnded()) {
      link.whenReadable(readable);
    }
  }

  /**
   * Lets the watch rest until a whole span has passed in which nobody led, so that calls in a row
   * cost the watcher one look a span; and through the whole of a leader's long wait.
   */
  private void stayAway() {
    looksAgain = false;
    if (!staysAway) {
      return; // It has come back already.
    }
    if (attendant.isThere()) {
      staysAway = false;
      unwatched = true;
      return;
    }
    if (seenTerms != reading.terms()) {
      seenTerms = reading.terms();
      lookAgain();
      return;
    }
    comeBack();
    if (staysAway) {
      watcherAway.set(true);
      // The leader looks at the flag after it has resigned: one of the two sees the other.
      if (!reading.isLed() && watcherAway.compareAndSet(true, false)) {
        comeBack();
      }
    }
  }

  /** By the watcher, if nobody calls at the moment. */
  private void comeBack() {
    if (staysAway && !reading.isLed()) {
      staysAway = false;
      watchOn();
    }
  }

  /** An attendant has come; the watcher looks after it from here on. */
  void attended() {
    Watcher.soon(this::startLookingAfter);
  }

  private void startLookingAfter() {
    if (!looksAfter) {
      looksAfter = true;
      lookAfter();
    }
  }

  /** By the watcher, in place of the watch, once a span while an attendant is there. */
  private void lookAfter() {
    intake.flush();
    looksAfter = attendant.isThere();
    boolean isNeeded = !looksAfter || attendant.noticeHoldUp();
    if (unwatched && isNeeded) {
      unwatched = false;
      watchOn();
    }
    if (looksAfter) {
      Watcher.soon(lookAfter);
    }
  }
}
