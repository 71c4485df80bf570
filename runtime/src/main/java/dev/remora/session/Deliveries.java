package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.ProtocolException;
import dev.remora.log.LateLogger;
import dev.remora.wire.Command;
import dev.remora.wire.Frame;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;

/**
 * Decides what becomes of a frame from the main process, and on which thread. Called by the thread
 * that reads, which runs no user code.
 */
final class Deliveries {
  private static final LateLogger LOG = new LateLogger(Deliveries.class);

  private final RendererSession session;
  private final CallbackQueue callbackQueue;
  private final ServedCalls callbacks = new ServedCalls();

  /** Opens the next frame; the leader's. */
  private Header next;

  Deliveries(RendererSession session, CallbackQueue callbackQueue) {
    this.session = session;
    this.callbackQueue = callbackQueue;
    this.next = session.spareParts().header();
  }

  /** A frame whose memory may be used for the next one that is read. */
  Frame unused() {
    return next.frame();
  }

  /**
   * Takes a frame.
   *
   * @throws dev.remora.RemoteException if the frame breaks the protocol
   */
  void take(Frame frame) {
    Header header = next;
    header.open(frame);
    String name = header.text("command");
    Command command = Command.of(name);
    if (command == Command.RETURN) {
      answer(header);
    } else if (command == Command.RENDERER_CALLBACK) {
      callback(header);
    } else if (command == Command.SETTLE
        || command == Command.CANCEL
        || command == Command.RENDERER_RELEASE_CALLBACK) {
      CallingContext context = session.contextOf(header);
      if (context != null) {
        forContext(context, command, header);
      }
    } else if (command == Command.PRESSURE) {
      session.collector().collectSoon();
    } else if (command == Command.PING) {
      Workers.run(() -> session.sendSign(Command.PONG));
    } else if (command == Command.GOODBYE) {
      session.lost("the main process closed the connection: " + header.text("reason"));
    } else if (command == Command.UNIMPLEMENTED) {
      String unknown = header.text("unknown command");
      PendingAnswer answer = session.calls().take(header.number("call id"));
      if (answer != null) {
        answer.complete(
            new PendingAnswer.Failed(
                call ->
                    new ProtocolException(
                        call + " failed: the main process does not know " + unknown)));
      }
    } else if (command != Command.PONG) {
      sendUnimplemented(name);
    }
  }

  private void forContext(CallingContext context, Command command, Header header) {
    if (command == Command.SETTLE) {
      long id = header.number("promise id");
      context.promises().settle(id, header.giveFrame(), context.undecoded());
    } else if (command == Command.CANCEL) {
      header.cancel(callbacks, context);
    } else {
      header.forEachRelease(context::releaseCallback);
    }
  }

  /**
   * A callback goes to the thread whose call caused it; one without a cause to the queue, which
   * runs them in order, or if it is of a stream to a worker. Never to this thread, which reads.
   */
  private void callback(Header header) {
    Header.CallId call = header.callId();
    CallingContext context = session.contextOf(header);
    if (context == null) {
      return; // Main hears that the context has ended, and does not wait for an answer then.
    }
    long callbackId = header.number("callback id");
    ServedCall served = callbacks.begin(call);
    ReleaseOrder.Undecoded undecoded = context.undecoded();
    next = session.spareParts().header();
    Runnable run =
        () -> {
          try {
            IncomingCallback.run(context, served, header, callbackId, undecoded);
          } finally {
            undecoded.decoded();
            callbacks.end(served);
          }
        };
    PendingAnswer waiting = call.cause() == 0 ? null : session.calls().find(call.cause());
    if (waiting != null && waiting.cause(run)) {
      return;
    }
    if (context.isStream(callbackId)) {
      // Reading may take as long as it likes, and events must not wait for it.
      Workers.run(run);
    } else {
      callbackQueue.add(run);
    }
  }

  private void answer(Header header) {
    PendingAnswer answer = session.calls().take(header.number("call id"));
    if (answer == null) {
      return; // Its context has ended.
    }
    if (answer.completeBy(header)) {
      next = session.spareParts().header();
    }
  }

  private void sendUnimplemented(String command) {
    // Not by this thread: it reads, and must not wait until the peer does.
    Workers.run(
        () -> {
          try (OutgoingFrame frame = session.newFrame()) {
            Requests.writeUnimplemented(frame, command, 0);
            session.send(frame.finish());
          } catch (DisconnectedException e) {
            LOG.get()
                .log(Level.DEBUG, "the connection ended before an unknown frame was answered", e);
          }
        });
  }
}
