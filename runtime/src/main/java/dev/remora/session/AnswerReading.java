package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
import dev.remora.transport.ShortWaits;
import dev.remora.transport.Watcher;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Who reads in a renderer: leader and followers, with a watcher for the time when nobody calls.
 *
 * <p>A thread that waits for an answer becomes the leader if there is none. It reads the link,
 * hands others' answers to them, and stops when it has its own; then it wakes one follower, if one
 * waits. So a call that is alone costs no hop. The watcher reads only while nobody leads: it
 * notices the end of the connection, and what main sends by itself. It stays away while calls go
 * on, and is woken by the data itself, never by the callers ({@code
 * docs/decisions/0002-reading-and-threads.md}).
 */
final class AnswerReading {
  /** Reads what is there and handles it, without waiting. */
  interface Intake {
    /**
     * Called by the leader only; ends the connection itself when reading fails.
     *
     * @return false if nothing was there
     */
    boolean takeAvailable();

    /** Whether the connection has ended. */
    boolean isEnded();

    /** The connection cannot be read any more; nothing happens if it has ended. */
    void lost(String reason);

    /** Whether main has functions of this process that it may call by itself. */
    boolean expectsEvents();

    /** Writes what was left to be written with other frames, without waiting for the peer. */
    void flush();
  }

  private final Link link;
  private final Intake intake;
  private final AtomicReference<@Nullable Thread> leader = new AtomicReference<>();
  private final ConcurrentLinkedQueue<PendingAnswer> followers = new ConcurrentLinkedQueue<>();
  private final Attendant attendant;

  // Made once: the watch is begun again and again.
  private final Runnable readable = this::readable;
  private final Runnable stayAway = this::stayAway;
  private final Runnable lookAfter = this::lookAfter;
  private final Runnable comeBack = this::comeBack;

  private final ShortWaits followersWaits = new ShortWaits();

  private final ShortWaits.Look<RuntimeException> takeAvailable;

  /** The leader's. */
  private final ShortWaits shortWaits = new ShortWaits();

  /** The leader's, made by the first one. */
  private @Nullable Readiness readiness;

  /** Counts the leaders, so that the watcher sees whether calls go on. */
  private volatile int terms;

  /** What {@link #terms} was at the watcher's last look; its own. */
  private int seenTerms;

  /** The watch rests because callers read. */
  private volatile boolean staysAway;

  /** The watcher has asked for a look at the end of a span; its own. */
  private boolean looksAgain;

  /** When a caller has stopped to read; a hint, since two of them may race. */
  private long leftNanos;

  /** The watch rests because an attendant is there; the watcher's own. */
  private boolean unwatched;

  /** The watcher looks after an attendant; its own. */
  private boolean looksAfter;

  /** The watch begins again when the present leader resigns. */
  private final AtomicBoolean watcherAway = new AtomicBoolean();

  AnswerReading(Link link, Intake intake) {
    this.link = link;
    this.intake = intake;
    this.takeAvailable = intake::takeAvailable;
    this.attendant = new Attendant(link, this, intake);
  }

  /** Runs what nobody waits for, and reads while nobody calls and that comes often. */
  Attendant attendant() {
    return attendant;
  }

  /** Whether somebody reads at this moment. */
  boolean isLed() {
    return leader() != null;
  }

  /** Who reads at this moment. */
  @Nullable Thread leader() {
    return leader.get();
  }

  /** Changes with each leader. */
  int terms() {
    return terms;
  }

  /** Begins the watch. */
  void start() {
    link.whenReadable(readable);
  }

  /**
   * Waits for an answer, reading meanwhile if nobody else does, and runs what its call has caused.
   */
  WaitEnd await(PendingAnswer answer, Deadline deadline) {
    try {
      do {
        if (!answer.isCalled()) {
          if (deadline.isOver()) {
            return WaitEnd.TIMED_OUT;
          }
          if (leader.compareAndSet(null, Thread.currentThread())) {
            try {
              lead(answer, deadline);
            } finally {
              handOver();
            }
          } else {
            follow(answer, deadline);
          }
        }
        // Without the lead: what runs here may take any time, and others must be able to read.
        answer.runCaused();
      } while (!answer.isOver());
      return WaitEnd.OVER;
    } catch (InterruptedException e) {
      return WaitEnd.INTERRUPTED;
    }
  }

  private void follow(PendingAnswer answer, Deadline deadline) throws InterruptedException {
    followers.add(answer);
    try {
      // So the leader need not wake this thread.
      if (followersWaits.isOverSoon(() -> answer.isCalled() || !isLed())) {
        return;
      }
      while (!answer.isCalled() && !deadline.isOver()) {
        if (leader.compareAndSet(null, Thread.currentThread())) {
          lead(answer, deadline);
        } else {
          park(deadline);
        }
      }
      followersWaits.slept();
    } finally {
      followers.remove(answer);
      handOver();
    }
  }

  private void park(Deadline deadline) throws InterruptedException {
    if (deadline.isNone()) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, deadline.remainingNanos());
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private void lead(PendingAnswer answer, Deadline deadline) throws InterruptedException {
    try {
      while (!answer.isCalled() && !deadline.isOver()) {
        if (!shortWaits.isOverSoon(takeAvailable)) {
          sleep(deadline.patience());
        } else if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } catch (IOException e) {
      intake.lost("waiting for the main process failed: " + e.getMessage());
    } finally {
      resign();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // only the leader counts, before it resigns
  private void resign() {
    terms++;
    leader.set(null);
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

  /**
   * Wakes one follower if nobody leads. A follower enters the queue before it looks for a leader,
   * and a leader leaves before he looks at the queue: one of them sees the other.
   */
  private void handOver() {
    if (leader.get() == null) {
      PendingAnswer next = followers.peek();
      if (next != null) {
        next.wake();
      }
    }
  }

  /** Reads what is there, unless somebody else reads; false if so. */
  boolean takeIfFree() {
    if (!leader.compareAndSet(null, Thread.currentThread())) {
      return false;
    }
    try {
      intake.takeAvailable();
    } finally {
      resign();
    }
    handOver();
    return true;
  }

  /** Something can be read: by the watcher, if nobody else does. */
  private void readable() {
    if (attendant.isWaiting()) {
      unwatched = true;
    } else if (takeIfFree()) {
      watchOn();
    } else {
      staysAway = true;
      seenTerms = terms;
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
    if (seenTerms != terms && !attendant.isThere()) {
      seenTerms = terms;
      lookAgain();
      return;
    }
    if (attendant.isThere()) {
      staysAway = false;
      unwatched = true;
      return;
    }
    comeBack();
    if (staysAway) {
      watcherAway.set(true);
      // The leader looks at the flag after it has resigned: one of the two sees the other.
      if (leader.get() == null && watcherAway.compareAndSet(true, false)) {
        comeBack();
      }
    }
  }

  /** By the watcher, if nobody calls at the moment. */
  private void comeBack() {
    if (staysAway && leader.get() == null) {
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

  /** Sleeps until there is something to read, and reads it. */
  private void sleep(Duration most) throws IOException, InterruptedException {
    Readiness ready = readiness;
    if (ready == null) {
      ready = link.newReadiness();
      readiness = ready;
    }
    ready.await(most);
    shortWaits.slept();
    intake.takeAvailable();
  }
}
