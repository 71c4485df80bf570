package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.registry.OwnedObjects;
import dev.remora.stub.FunctionType;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.Reply;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.Frame;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a renderer's function, from its first argument to its answer; runs on the thread
 * whose call caused it, or in the queue.
 */
final class IncomingCallback implements Subject {
  private static final System.Logger LOG = System.getLogger(IncomingCallback.class.getName());

  private final RendererSession session;
  private final CallingContext context;
  private final long callId;
  private final Header header;
  private String target = "callback";
  private @Nullable Reply reply;
  private boolean functionStarted;

  private IncomingCallback(RendererSession session, long callId, Header header) {
    this.session = session;
    this.context = session.context();
    this.callId = callId;
    this.header = header;
  }

  /** Runs the callback of a frame and answers it; never throws. */
  static void run(RendererSession session, long callId, Frame frame) {
    try {
      Header header = new Header(session.encoding(), frame);
      header.text("command");
      header.callId();
      IncomingCallback callback = new IncomingCallback(session, callId, header);
      Serving.run(session, callId, null, callback::run);
    } catch (DisconnectedException e) {
      LOG.log(Level.DEBUG, "the connection ended before a callback was answered", e);
    } catch (RuntimeException | Error e) {
      // Main waits for an answer that cannot be given: out of stack or memory, most likely.
      session.fail("a callback could not be answered: " + e);
    }
  }

  @Override
  public String describe() {
    return target;
  }

  @Override
  public void argumentsRead() {
    functionStarted = true;
  }

  private void run() {
    Answering answering = new Answering(Command.CALLBACK_RETURN, callId, this, context);
    try (OutgoingFrame frame = session.newFrame()) {
      List<ByteBuffer> answer;
      try {
        session.checkContext(header.text("context id"));
        Serving.checkDepth(session.limits().maxCallDepth());
        answering.start(frame);
        call(frame);
        answer = answering.finish(frame);
      } catch (Throwable e) {
        boolean byUs = !functionStarted || (reply != null && reply.failure() == e);
        answer = answering.failure(frame, e, byUs, List.of());
        if (callId == 0) {
          LOG.log(Level.WARNING, target + " failed, and nobody waits for it", e);
        }
      }
      if (callId != 0) {
        session.send(answer);
      }
    } finally {
      header.json().close();
    }
  }

  private void call(OutgoingFrame frame) throws Throwable {
    long id = header.number("callback id");
    OwnedObjects.Held<Object> held = context.callback(id, "Cannot call");
    target = "callback " + held.sentAs() + "#" + id;
    header.startArray("arguments");
    reply = new Reply(frame, context, session.values(), this);
    run((FunctionType<?>) held.sentAs(), held, reply);
  }

  private <F> void run(FunctionType<F> type, OwnedObjects.Held<Object> held, Reply result)
      throws Throwable {
    MetaCursor cursor =
        new MetaCursor(
            header.json(), header.frame().attachments(), context, session.values(), this, true);
    type.runner().run(ContextEnd.function(type, held), new MetaReader(cursor), result);
  }
}
