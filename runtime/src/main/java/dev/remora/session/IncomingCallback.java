package dev.remora.session;

import dev.remora.BadArgumentsException;
import dev.remora.CallCancelledException;
import dev.remora.CallTimeoutException;
import dev.remora.DisconnectedException;
import dev.remora.log.LateLogger;
import dev.remora.registry.OwnedObjects;
import dev.remora.stub.Reply;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a renderer's function, from its first argument to its answer; runs on the thread
 * whose call caused it, or in the queue.
 */
final class IncomingCallback implements Subject, Passage {
  private static final LateLogger LOG = new LateLogger(IncomingCallback.class);

  /** The callback that main calls to hear that all before it has run. */
  private static final long BARRIER = 0;

  private final RendererSession session;
  private final CallingContext context;
  private final ServedCall call;
  private final Header header;
  private final ReleaseOrder.Undecoded undecoded;
  private final List<Long> arrived = new ArrayList<>(0);
  private final long callbackId;
  private String target = "callback";
  private @Nullable Reply reply;
  private boolean functionStarted;

  private IncomingCallback(
      CallingContext context,
      ServedCall call,
      Header header,
      long callbackId,
      ReleaseOrder.Undecoded undecoded) {
    this.session = context.session();
    this.context = context;
    this.call = call;
    this.header = header;
    this.callbackId = callbackId;
    this.undecoded = undecoded;
  }

  /**
   * Runs the callback of a frame and answers it; never throws.
   *
   * @param header has been read up to the callback's id; given back
   */
  static void run(
      CallingContext context,
      ServedCall call,
      Header header,
      long callbackId,
      ReleaseOrder.Undecoded undecoded) {
    RendererSession session = context.session();
    try {
      IncomingCallback callback =
          new IncomingCallback(context, call, header, callbackId, undecoded);
      new Serving().run(session, context, call, null, callback::run);
      session.spareParts().recycle(header);
    } catch (DisconnectedException e) {
      LOG.get().log(Level.DEBUG, "the connection ended before a callback was answered", e);
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
  public ContextEnd context() {
    return context;
  }

  @Override
  public void noteArrived(long id) {
    arrived.add(id);
  }

  @Override
  public void argumentsRead() {
    functionStarted = true;
    undecoded.decoded();
  }

  private void run() {
    if (context.endReason() != null) {
      return;
    }
    Answering answering = new Answering(Command.CALLBACK_RETURN, null, call.id(), this, context);
    try (OutgoingFrame frame = session.newFrame()) {
      OutgoingFrame answer;
      try {
        answering.start(frame);
        call.sendingOutput(() -> call(frame));
        if (call.id() == 0) {
          return;
        }
        answer = Answering.finish(frame);
      } catch (Throwable e) {
        answer = failure(answering, frame, e);
      }
      session.send(answer);
    }
  }

  private OutgoingFrame failure(Answering answering, OutgoingFrame frame, Throwable e) {
    if (!functionStarted) {
      context.discard(header.frame(), arrived);
    }
    boolean byUs = !functionStarted || (reply != null && reply.failure() == e);
    if (call.id() != 0) {
      return answering.failure(frame, e, byUs, List.of());
    }
    LOG.get().log(Level.WARNING, target + " failed, and nobody waits for it", e);
    return answering.eventFailure(frame, e, byUs, context.contextId(), callbackId);
  }

  private void call(OutgoingFrame frame) throws Throwable {
    Serving.checkDepth(session.options().limits().maxCallDepth());
    reply = new Reply(frame, context, session.values(), this);
    if (callbackId == BARRIER) {
      reply.writeVoid();
      return;
    }
    OwnedObjects.Held<Object> held = context.callback(callbackId, "Cannot call");
    target = "callback " + held.sentAs() + "#" + callbackId;
    if (call.isCancelled()) {
      throw Answering.unread(
          new CallCancelledException(target + " was cancelled before it was called"));
    }
    if (call.deadline().isOver()) {
      throw Answering.unread(
          new CallTimeoutException(target + " was to be called, and its time was over"));
    }
    header.startArray("arguments");
    if (!RemoteFunctions.call(held, header.metas(this, session.values(), this, true), reply)) {
      throw new BadArgumentsException(target + " is a promise, and cannot be called");
    }
  }
}
