package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.RemoteException;
import dev.remora.registry.StubCache;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The main process's calls of a renderer's functions, and how their threads wait. Any thread. */
final class CallbackCalls {
  private static final long RELEASE_DELAY_MILLIS = 20;

  private final MainSession session;
  private final PendingCalls pending = new PendingCalls();
  private final AtomicBoolean releaseScheduled = new AtomicBoolean();

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

  /** Told by the thread that hears of collected proxies, which must not wait. */
  void releaseLater(ServedContext context) {
    if (releaseScheduled.compareAndSet(false, true)) {
      Workers.runLater(
          RELEASE_DELAY_MILLIS,
          () -> {
            releaseScheduled.set(false);
            try {
              sendReleases(context);
            } catch (DisconnectedException e) {
              // The renderer's callbacks are gone with it.
            }
          });
    }
  }

  private void sendReleases(ServedContext context) {
    List<StubCache.Release> releases = context.takeCallbackReleases();
    if (!releases.isEmpty()) {
      try (OutgoingFrame frame = session.newFrame()) {
        CallingContext.writeReleases(
            frame, Command.RENDERER_RELEASE_CALLBACK, context.contextId(), releases);
        session.send(frame.finish());
      }
    }
  }
}
