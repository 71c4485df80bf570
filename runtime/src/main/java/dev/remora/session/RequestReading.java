package dev.remora.session;

import java.util.concurrent.atomic.AtomicLong;

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
  private final Runnable lead;

  /** The term that {@link HandOver} saw last; touched by its thread alone. */
  private long seenTerm;

  /**
   * Creates the reading of a connection, without a leader yet.
   *
   * @param handOver looks after it
   * @param lead what a new leader runs
   */
  RequestReading(HandOver handOver, Runnable lead) {
    this.handOver = handOver;
    this.lead = lead;
  }

  /** The term of the leader that runs now; asked by the leader when it starts. */
  long term() {
    return term.get();
  }

  /** The leader is about to run a member: from now on it may lose the lead. */
  void startMember(long leadersTerm) {
    if (term.compareAndSet(leadersTerm, leadersTerm + 1)) {
      handOver.busy();
    }
  }

  /** The member has returned: the term in which its thread leads on, or -1 if another leads. */
  long endMember(long leadersTerm) {
    if (term.get() == leadersTerm) {
      return leadersTerm; // The member was never started: its arguments were no good.
    }
    return term.compareAndSet(leadersTerm + 1, leadersTerm + 2) ? leadersTerm + 2 : -1;
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
      Workers.run(lead);
      return true;
    }
    return changed || (now & 1) == 1;
  }
}
