package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.RemoteException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The main process's calls of a renderer's functions, and how their threads wait. Any thread. */
final class CallbackCalls {
  private final MainSession session;
  private final PendingCalls pending = new PendingCalls();

  CallbackCalls(MainSession session) {
    this.session = session;
  }

  long nextId() {
    return pending.nextId();
  }

  @Nullable PendingAnswer find(long callId) {
    return pending.find(callId);
  }

  @Nullable PendingAnswer take(long callId) {
    return pending.take(callId);
  }

  void failAll(Function<String, RemoteException> reason) {
    pending.failAll(reason);
  }

  /** Sends a call and waits for its answer, on the calling thread. */
  PendingAnswer.Outcome exchange(long callId, List<ByteBuffer> frame) {
    PendingAnswer answer = new PendingAnswer();
    pending.add(callId, answer);
    try {
      session.send(frame);
    } catch (DisconnectedException e) {
      if (pending.take(callId) != null) {
        return new PendingAnswer.Failed(
            call -> new DisconnectedException(call + " was not sent: " + e.getMessage()));
      }
    }
    Serving serving = Serving.of(session);
    await(answer, serving == null ? null : serving.lead());
    return answer.outcome();
  }

  /**
   * Waits, and runs what the call has caused. A worker that leads the reading reads on by itself;
   * any other thread is woken by the one that does. An interrupt stays pending.
   */
  private void await(PendingAnswer answer, RequestReading.@Nullable Lead lead) {
    boolean interrupted = false;
    while (!answer.isOver()) {
      if (answer.isCalled()) {
        answer.runCaused();
      } else if (lead != null && lead.resume()) {
        session.leadWhileWaiting(lead, answer);
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (lead != null && lead.resume()) {
      // The member goes on, and may take long.
      lead.startMember();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
