package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.transport.ShortWaits;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Who reads in a renderer: leader and followers, with a watcher for the time when nobody calls.
 *
 * <p>A thread that waits for an answer becomes the leader if there is none. It reads the link,
 * hands others' answers to them, and stops when it has its own; then it wakes one follower, if one
 * waits. So a call that is alone costs no hop. While nobody leads, an {@link Attendant} or the
 * watcher ({@link IdleWatch}) reads ({@code docs/decisions/0002-reading-and-threads.md}).
 */
final class AnswerReading {
  /** Reads what is there and handles it, without waiting. */
  interface Intake extends ShortWaits.Look<RuntimeException> {
    /**
     * Called by the leader only; ends the connection itself when reading fails.
     *
     * @return false if nothing was there
     */
    boolean takeAvailable();

    @Override
    default boolean isOver() {
      return takeAvailable();
    }

    /** Whether the connection has ended. */
    boolean isEnded();

    /** The connection cannot be read any more; nothing happens if it has ended. */
    void lost(String reason);

    /** Whether main has functions of this process that it may call by itself. */
    boolean expectsEvents();

    /** Writes what was left to be written with other frames, without waiting for the peer. */
    void flush();
  }

  private final Intake intake;
  private final AtomicReference<@Nullable Thread> leader = new AtomicReference<>();
  private final ConcurrentLinkedQueue<PendingAnswer> followers = new ConcurrentLinkedQueue<>();
  private final Attendant attendant;
  private final IdleWatch watch;

  private final ShortWaits followersWaits = new ShortWaits();

  /** The leader's. */
  private final ReadWait readWait;

  /** Counts the leaders, so that the watcher sees whether calls go on. */
  private volatile int terms;

  AnswerReading(Link link, Intake intake) {
    this.intake = intake;
    this.readWait = new ReadWait(link);
    this.attendant = new Attendant(link, this, intake);
    this.watch = new IdleWatch(link, this, intake);
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
    watch.start();
  }

  /** An attendant has come; the watcher looks after it from here on. */
  void attended() {
    watch.attended();
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
        if (!readWait.isReadSoon(intake)) {
          readWait.sleep(deadline.patience());
          intake.takeAvailable();
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
    watch.leaderLeft();
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
}
