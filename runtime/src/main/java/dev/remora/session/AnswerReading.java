package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
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
    /** Called by the leader only; ends the connection itself when reading fails. */
    void takeAvailable();

    /** Whether the connection has ended. */
    boolean isEnded();

    /** The connection cannot be read any more; nothing happens if it has ended. */
    void lost(String reason);
  }

  private final Link link;
  private final Intake intake;
  private final AtomicReference<@Nullable Thread> leader = new AtomicReference<>();
  private final ConcurrentLinkedQueue<PendingAnswer> followers = new ConcurrentLinkedQueue<>();

  // Made once: the watch is begun again and again.
  private final Runnable readable = this::readable;
  private final Runnable stayAway = this::stayAway;

  /** The leader's, made by the first one. */
  private @Nullable Readiness readiness;

  /** Counts the leaders, so that the watcher sees whether calls go on. */
  private volatile int terms;

  /** What {@link #terms} was at the watcher's last look; its own. */
  private int seenTerms;

  /** The watch begins again when the present leader resigns. */
  private final AtomicBoolean watcherAway = new AtomicBoolean();

  AnswerReading(Link link, Intake intake) {
    this.link = link;
    this.intake = intake;
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
        awaitReadable(deadline.patience());
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

  /** Something can be read: by the watcher, if nobody else does. */
  private void readable() {
    if (leader.compareAndSet(null, Thread.currentThread())) {
      try {
        intake.takeAvailable();
      } finally {
        leader.set(null);
      }
      handOver();
      watchOn();
    } else {
      seenTerms = terms;
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
    if (seenTerms != terms) {
      seenTerms = terms;
      Watcher.soon(stayAway);
    } else if (leader.get() == null) {
      watchOn();
    } else {
      watcherAway.set(true);
      // The leader looks at the flag after it has resigned: one of the two sees the other.
      if (leader.get() == null && watcherAway.compareAndSet(true, false)) {
        watchOn();
      }
    }
  }

  private void awaitReadable(Duration most) throws InterruptedException {
    try {
      Readiness ready = readiness;
      if (ready == null) {
        ready = link.newReadiness();
        readiness = ready;
      }
      ready.await(most);
    } catch (IOException e) {
      intake.lost("waiting for the main process failed: " + e.getMessage());
    }
  }
}
