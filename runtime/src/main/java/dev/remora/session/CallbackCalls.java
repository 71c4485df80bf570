package dev.remora.session;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The main process's calls of a renderer's functions, and how their threads wait. Any thread. */
final class CallbackCalls extends OutgoingCalls {
  private final MainSession session;

  CallbackCalls(MainSession session, Outbound outbound) {
    super(outbound);
    this.session = session;
  }

  @Override
  void runElsewhere(Runnable caused) {
    Workers.run(caused);
  }

  @Override
  WaitEnd await(PendingAnswer answer, Deadline deadline) {
    Serving serving = Serving.of(session);
    RequestReading.Lead lead = serving == null ? null : serving.lead();
    WaitEnd end;
    try {
      end = await(answer, deadline, lead);
    } catch (InterruptedException e) {
      end = WaitEnd.INTERRUPTED;
    }
    if (lead != null && lead.resume()) {
      // The member goes on, and may take long.
      lead.startMember();
    }
    return end;
  }

  /**
   * A worker that leads the reading reads on by itself; any other thread is woken by the one that
   * does.
   */
  private WaitEnd await(PendingAnswer answer, Deadline deadline, RequestReading.@Nullable Lead lead)
      throws InterruptedException {
    while (!answer.isOver()) {
      if (answer.isCalled()) {
        answer.runCaused();
      } else if (deadline.isOver()) {
        return WaitEnd.TIMED_OUT;
      } else if (lead != null && lead.resume()) {
        session.loop().leadWhileWaiting(lead, answer, deadline);
      } else {
        park(deadline);
      }
    }
    return WaitEnd.OVER;
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
}
