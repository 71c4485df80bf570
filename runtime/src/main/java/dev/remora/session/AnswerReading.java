package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  private static final long STAY_AWAY_NANOS = 1_000_000;

  /** Reads what is there and handles it, without waiting. */
  interface Intake {
    /** Called by the leader only; ends the connection itself when reading fails. */
    void takeAvailable();

    /** Whether the connection has ended. */
    boolean isEnded();
  }

  private final Intake intake;
  private final Readiness leaderReadiness;
  private final Readiness watcherReadiness;
  private final Thread watcher;
  private final AtomicReference<@Nullable Thread> leader = new AtomicReference<>();
  private final ConcurrentLinkedQueue<PendingAnswer> followers = new ConcurrentLinkedQueue<>();

  /** Counts the leaders, so that the watcher sees whether calls go on. */
  private volatile int terms;

  /** The watcher sleeps until the present leader resigns. */
  private volatile boolean watcherAsleep;

  AnswerReading(Link link, Intake intake) throws IOException {
    this.intake = intake;
    this.leaderReadiness = link.newReadiness();
    this.watcherReadiness = link.newReadiness();
    this.watcher = new Thread(this::watch, "remora-watcher");
    this.watcher.setDaemon(true);
  }

  /** Starts the watcher. */
  void start() {
    watcher.start();
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
      while (!answer.isCalled() && !deadline.isOver()) {
        if (leader.compareAndSet(null, Thread.currentThread())) {
          lead(answer, deadline);
        } else {
          park(deadline);
        }
      }
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
        awaitReadable(leaderReadiness, deadline.patience());
        intake.takeAvailable();
      }
    } finally {
      resign();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // only the leader counts, before it resigns
  private void resign() {
    terms++;
    leader.set(null);
    if (watcherAsleep) {
      LockSupport.unpark(watcher);
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

  private void watch() {
    while (!intake.isEnded()) {
      watchOver();
      if (leader.compareAndSet(null, Thread.currentThread())) {
        try {
          intake.takeAvailable();
        } finally {
          leader.set(null);
        }
        handOver();
      } else {
        stayAway();
      }
    }
  }

  /**
   * Sleeps until a whole span has passed in which nobody led, so that calls in a row cost the
   * watcher one look a span; and through the whole of a leader's long wait.
   */
  private void stayAway() {
    int seen = terms;
    while (!intake.isEnded()) {
      LockSupport.parkNanos(this, STAY_AWAY_NANOS);
      if (seen != terms) {
        seen = terms;
      } else if (leader.get() == null) {
        return;
      } else {
        sleepUntilResigned();
      }
    }
  }

  private void sleepUntilResigned() {
    watcherAsleep = true;
    try {
      // The leader looks at the flag after it has resigned: one of the two sees the other.
      while (leader.get() != null && !intake.isEnded()) {
        LockSupport.park(this);
      }
    } finally {
      watcherAsleep = false;
    }
  }

  /** Lets the watcher see that the connection has ended. */
  void end() {
    LockSupport.unpark(watcher);
  }

  private void watchOver() {
    try {
      awaitReadable(watcherReadiness, Duration.ZERO);
    } catch (InterruptedException e) {
      // Nobody has a reason to interrupt the watcher, and without it nobody would notice the end.
    }
  }

  private static void awaitReadable(Readiness readiness, Duration most)
      throws InterruptedException {
    try {
      readiness.await(most);
    } catch (IOException e) {
      // The link is broken: the read that follows says how.
    }
  }
}
