package dev.remora.session;

import dev.remora.DisconnectedException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Semaphore;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The calls of one context that nobody waits for ({@code @OneWay}): main answers them like any
 * other, so that a thread's next call can be told to run behind them, and so that a fast poster can
 * be held back. Any thread.
 */
final class PostedCalls {
  private static final System.Logger LOG = System.getLogger(PostedCalls.class.getName());
  private static final int MOST_UNDER_WAY = 256;

  private final RendererSession session;
  private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
  private final ThreadLocal<Long> last = ThreadLocal.withInitial(() -> 0L);

  PostedCalls(RendererSession session) {
    this.session = session;
  }

  /** The answer to a posted call, which only its failure is looked at. */
  private final class PostedAnswer extends PendingAnswer {
    private final String call;

    PostedAnswer(String call) {
      this.call = call;
    }

    @Override
    boolean isAwaited() {
      return false;
    }

    @Override
    void complete(Outcome how) {
      underWay.release();
      if (how instanceof Answered answered) {
        logFailure(answered);
      } else {
        LOG.log(
            Level.WARNING, "{0} was posted, and the connection ended before it was answered", call);
      }
    }

    private void logFailure(Answered answered) {
      try (JsonParser json = answered.json()) {
        if (json.nextToken() == JsonToken.START_OBJECT
            && "type".equals(json.nextName())
            && "exception".equals(json.nextStringValue())) {
          LOG.log(Level.WARNING, "{0} was posted, and failed: {1}", call, answered.frame());
        }
      } catch (JacksonException e) {
        LOG.log(Level.WARNING, call + " was posted, and its answer is no JSON", e);
      }
    }
  }

  /** Sends a call, behind those that the thread has posted before. */
  void send(long callId, List<ByteBuffer> frame, String call) {
    underWay.acquireUninterruptibly();
    session.register(callId, new PostedAnswer(call));
    try {
      session.send(frame);
      last.set(callId);
    } catch (DisconnectedException e) {
      session.forget(callId);
      throw e;
    }
  }

  /** The call that this thread has posted last, if main has not answered it; else 0. */
  long last() {
    long id = last.get();
    if (id != 0 && !session.isPending(id)) {
      last.remove();
      return 0;
    }
    return id;
  }
}
