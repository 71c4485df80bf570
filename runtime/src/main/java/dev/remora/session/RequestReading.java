package dev.remora.session;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Who reads a connection in the main process: the worker that read a request runs it and then reads
 * on; another takes over only when a member takes long.
 *
 * <p>One worker at a time leads. While it runs a member its term is odd; {@link HandOver}, which
 * looks at all connections a few thousand times a second while any is busy, then makes the term
 * even and starts another leader. The old one notices when its member has returned ({@code
 * docs/decisions/0002-reading-and-threads.md}).
 */
final class RequestReading {
  private final AtomicLong term = new AtomicLong();
  private final HandOver handOver;
  private final Consumer<Lead> leader;

  /** The term that {@link HandOver} saw last; touched by its thread alone. */
  private long seenTerm;

  /**
   * Creates the reading of a connection, without a leader yet.
   *
   * @param handOver looks after it
   * @param leader what a new leader runs
   */
  RequestReading(HandOver handOver, Consumer<Lead> leader) {
    this.handOver = handOver;
    this.leader = leader;
  }

  /** The hold of the first leader. */
  Lead firstLead() {
    return new Lead(term.get());
  }

  /** One worker's hold on the reading; used by that worker only. */
  final class Lead {
    private static final long LOST = -1;

    private long myTerm;

    private Lead(long myTerm) {
      this.myTerm = myTerm;
    }

    /** A member is about to run: from now on the lead may be lost. */
    void startMember() {
      if (myTerm != LOST && term.compareAndSet(myTerm, myTerm + 1)) {
        handOver.busy();
      }
    }

    /** The member has returned, or waits: whether its worker leads on. */
    boolean resume() {
      if (myTerm == LOST || term.get() == myTerm) {
        return myTerm != LOST;
      }
      if (term.compareAndSet(myTerm + 1, myTerm + 2)) {
        myTerm += 2;
        return true;
      }
      myTerm = LOST;
      return false;
    }

    /**
     * The worker cannot read on, or could not be started: another one takes over at the next looks,
     * as from a member that takes long. Needs no memory.
     */
    void leave() {
      startMember();
      myTerm = LOST;
    }

    /** Gives the lead to another worker, which this one holds and is not running a member in. */
    void giveAway(Consumer<Lead> next) {
      long mine = myTerm;
      myTerm = LOST;
      if (term.compareAndSet(mine, mine + 2)) {
        Lead given = new Lead(mine + 2);
        Workers.run(() -> next.accept(given));
      }
    }
  }

  /**
   * Looks whether the same member still runs as at the last look, and hands the lead over if so. By
   * {@link HandOver} alone.
   *
   * @return whether anything has happened since the last look
   */
  boolean inspect() {
    long now = term.get();
    boolean changed = now != seenTerm;
    seenTerm = now;
    if (!changed && (now & 1) == 1 && term.compareAndSet(now, now + 1)) {
      try {
        Lead given = new Lead(now + 1);
        Workers.run(() -> leader.accept(given));
      } catch (Throwable e) {
        // No memory, or no thread to be had: as if nobody had looked, so that the next look tries.
        term.set(now);
        throw e;
      }
      return true;
    }
    return changed || (now & 1) == 1;
  }
}
