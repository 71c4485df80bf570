package dev.remora.session;

import dev.remora.CallCancelledException;
import dev.remora.CallTimeoutException;
import dev.remora.log.LateLogger;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The calls of one context whose result nobody wants ({@code @OneWay}): main answers them like any
 * other, so that a thread's next call can be told to run behind them, and so that a fast poster can
 * be held back. Any thread.
 */
final class PostedCalls {
  private static final LateLogger LOG = new LateLogger(PostedCalls.class);

  private final CallingContext context;
  private final CallSlots slots;
  private final ThreadLocal<@Nullable Long> last = new ThreadLocal<>();

  PostedCalls(CallingContext context, CallSlots slots) {
    this.context = context;
    this.slots = slots;
  }

  /** The answer to a posted call, of which only its failure is looked at. */
  private static final class PostedAnswer extends UnawaitedAnswer {
    private final CallName call;

    PostedAnswer(OutgoingCall call) {
      super(call.context());
      this.call = call.name();
    }

    @Override
    void take(Outcome how) {
      Answer answer = Answer.opened(how, context());
      if (answer != null) {
        logFailure(answer);
      } else {
        LOG.get()
            .log(
                Level.WARNING,
                "{0} was posted, and the connection ended before it was answered",
                call.describe());
      }
    }

    private void logFailure(Answer answer) {
      try {
        JsonParser json = answer.header().json();
        if (json.nextToken() == JsonToken.START_OBJECT
            && "type".equals(json.nextName())
            && "exception".equals(json.nextStringValue())) {
          LOG.get()
              .log(
                  Level.WARNING,
                  "{0} was posted, and failed: {1}",
                  call.describe(),
                  context().encoding().show(answer.header().frame()));
        }
      } catch (JacksonException e) {
        LOG.get().log(Level.WARNING, call.describe() + " was posted, and its answer is no JSON", e);
      } finally {
        answer.close();
      }
    }
  }

  /**
   * Sends a call, behind those that the thread has posted before.
   *
   * @throws CallCancelledException if the thread is interrupted while too many are under way
   * @throws CallTimeoutException if there is no room for the call before its time is over
   */
  void send(OutgoingCall call, OutgoingFrame frame) {
    PostedAnswer answer = new PostedAnswer(call);
    context.checkOpen(call);
    answer.takeSlot(slots, call, call.deadline());
    context.calls().add(call.callId(), answer);
    PendingAnswer.NotSent unsent = context.calls().send(context, frame, call.deadline());
    if (unsent != null) {
      if (context.calls().take(call.callId()) != null) {
        answer.over();
      }
      throw unsent.reason().apply(call.describe());
    }
    last.set(call.callId());
  }

  /** The call that this thread has posted last, if main has not answered it; else 0. */
  long last() {
    Long id = last.get();
    if (id == null) {
      return 0;
    }
    if (context.calls().find(id) == null) {
      last.remove();
      return 0;
    }
    return id;
  }
}
