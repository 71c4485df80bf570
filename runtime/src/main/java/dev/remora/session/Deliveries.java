package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.ProtocolException;
import dev.remora.wire.Command;
import dev.remora.wire.Frame;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;

/**
 * Decides what becomes of a frame from the main process, and on which thread. Called by the thread
 * that reads, which runs no user code.
 */
final class Deliveries {
  private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());

  private final RendererSession session;
  private final CallbackQueue callbackQueue;
  private final ServedCalls callbacks = new ServedCalls();

  Deliveries(RendererSession session, CallbackQueue callbackQueue) {
    this.session = session;
    this.callbackQueue = callbackQueue;
  }

  /**
   * Takes a frame.
   *
   * @throws dev.remora.RemoteException if the frame breaks the protocol
   */
  void take(Frame frame) {
    Header header = new Header(session.encoding(), frame);
    String name = header.text("command");
    Command command = Command.of(name);
    CallingContext context = session.context();
    if (command == Command.RETURN) {
      answer(
          header.number("call id"),
          new PendingAnswer.Answered(frame, header.json(), context.undecoded()));
    } else if (command == Command.RENDERER_CALLBACK) {
      Header.CallId call = header.callId();
      header.json().close();
      callback(call, frame);
    } else if (command == Command.SETTLE) {
      context.promises().settle(header.number("promise id"), frame, context.undecoded());
      header.json().close();
    } else if (command == Command.CANCEL) {
      header.cancel(callbacks, context.promises());
    } else if (command == Command.RENDERER_RELEASE_CALLBACK) {
      session.checkContext(header.text("context id"));
      header.forEachRelease(context::releaseCallback);
    } else if (command == Command.GOODBYE) {
      session.lost("the main process closed the connection: " + header.text("reason"));
    } else if (command == Command.UNIMPLEMENTED) {
      String unknown = header.text("unknown command");
      answer(
          header.number("call id"),
          new PendingAnswer.Failed(
              call ->
                  new ProtocolException(
                      call + " failed: the main process does not know " + unknown)));
    } else {
      sendUnimplemented(name, header);
    }
  }

  /**
   * A callback goes to the thread whose call caused it; one without a cause to the queue, which
   * runs them in order. Never to this thread, which reads.
   */
  private void callback(Header.CallId call, Frame frame) {
    ServedCall served = callbacks.begin(call);
    ReleaseOrder.Undecoded undecoded = session.context().undecoded();
    Runnable run =
        () -> {
          try {
            IncomingCallback.run(session, served, frame, undecoded);
          } finally {
            undecoded.decoded();
            callbacks.end(served);
          }
        };
    PendingAnswer waiting = call.cause() == 0 ? null : session.calls().find(call.cause());
    if (waiting == null || !waiting.cause(run)) {
      callbackQueue.add(run);
    }
  }

  private void answer(long callId, PendingAnswer.Outcome outcome) {
    PendingAnswer answer = session.calls().take(callId);
    if (answer != null) {
      answer.complete(outcome);
    } else {
      if (outcome instanceof PendingAnswer.Answered answered) {
        answered.close();
      }
      LOG.log(Level.DEBUG, "an answer to call {0}, which nobody made", callId);
    }
  }

  private void sendUnimplemented(String command, Header header) {
    header.json().close();
    // Not by this thread: it reads, and must not wait until the peer does.
    Workers.run(
        () -> {
          try (OutgoingFrame frame = session.newFrame()) {
            Requests.writeUnimplemented(frame, command, 0);
            session.send(frame.finish());
          } catch (DisconnectedException e) {
            LOG.log(Level.DEBUG, "the connection ended before an unknown frame was answered", e);
          }
        });
  }
}
