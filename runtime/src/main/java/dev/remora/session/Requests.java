package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.LimitExceededException;
import dev.remora.ProtocolException;
import dev.remora.RemoteException;
import dev.remora.log.LateLogger;
import dev.remora.stub.ErrorMeta;
import dev.remora.stub.MetaReader;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.Frame;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * Decides what becomes of a frame from a renderer, and on which thread: a request runs on the
 * worker that read it, a call that a callback has caused on the thread that waits for the callback.
 */
final class Requests {
  private static final LateLogger LOG = new LateLogger(Requests.class);

  private static final int HELD_FRAMES = 1_024;

  private final MainSession session;
  private final int maxCallsInFlight;
  private final ServedCalls inFlight = new ServedCalls();

  /** Opens the next frame; the leader's. */
  private @Nullable Header next;

  /**
   * Calls that wait until a posted one of the same thread has ended; also the lock of that order.
   */
  private final Map<Long, List<Runnable>> followers = new HashMap<>();

  Requests(MainSession session, int maxCallsInFlight) {
    this.session = session;
    this.maxCallsInFlight = maxCallsInFlight;
  }

  /** How many calls have been read and not been answered. */
  int underWay() {
    return inFlight.size();
  }

  /** A frame whose memory may be used for the next one that is read; by the leader. */
  Frame unused() {
    return next().frame();
  }

  private Header next() {
    Header header = next;
    if (header == null) {
      header = session.spareParts().header();
      next = header;
    }
    return header;
  }

  /**
   * Takes a frame that the leader has read.
   *
   * @param lead the leader's hold
   * @param mine what the leader waits for, or null if it waits for nothing
   * @throws RemoteException if the frame breaks the protocol
   */
  void take(Frame frame, RequestReading.Lead lead, @Nullable PendingAnswer mine) {
    Header header = next();
    header.open(frame);
    String name = header.text("command");
    Command command = Command.of(name);
    if (command == null) {
      unimplemented(name, header);
      return;
    }
    switch (command) {
      case CONTEXT_OPEN,
          REQUIRE,
          MEMBER_CALL,
          MEMBER_CONSTRUCTOR,
          MEMBER_GET,
          MEMBER_SET,
          FUNCTION_CALL ->
          request(command, header, lead, mine);
      case CALLBACK_RETURN -> answer(header);
      case DEREFERENCE -> session.contextOf(header).release(header);
      case SETTLE -> {
        ServedContext context = session.contextOf(header);
        long id = header.number("promise id");
        context.promises().settle(id, header.giveFrame(), context.undecoded());
      }
      case CANCEL -> {
        ServedContext context = session.contextOf(header);
        header.cancel(inFlight, context);
      }
      case CONTEXT_RELEASE ->
          session.release(session.contextOf(header), "the renderer has closed it");
      case PING -> Workers.run(() -> session.sendSign(Command.PONG));
      case PONG -> {}
      case GOODBYE -> session.end(header.text("reason"));
      case HELLO,
          WELCOME,
          REFUSED,
          RETURN,
          UNIMPLEMENTED,
          RENDERER_CALLBACK,
          RENDERER_RELEASE_CALLBACK,
          PRESSURE ->
          throw new ProtocolException("a renderer must not send " + name + " now");
    }
  }

  private void request(
      Command command, Header header, RequestReading.Lead lead, @Nullable PendingAnswer mine) {
    Header.CallId call = header.callId();
    PendingAnswer waiting = call.cause() == 0 ? null : session.calls().find(call.cause());
    ServedContext context =
        command == Command.CONTEXT_OPEN ? session.firstContext() : session.contextOf(header);
    if (waiting == null && isBehind(call, context, header)) {
      return;
    }
    if (waiting == null && mine != null) {
      // A request of its own: it must not run amid the call that this thread is in.
      Frame frame = header.giveFrame();
      lead.giveAway(given -> session.loop().lead(given, frame));
      return;
    }
    ServedCall served = begin(call);
    if (waiting == mine) {
      next = null;
      run(command, served, context, header, lead, null);
      session.spareParts().recycle(header);
    } else if (waiting != null) {
      Runnable delegated = delegated(served, context, header.giveFrame());
      if (!waiting.cause(delegated)) {
        Workers.run(delegated);
      }
    }
  }

  private ServedCall begin(Header.CallId call) {
    if (inFlight.size() > 2 * maxCallsInFlight + HELD_FRAMES) {
      // Calls that wait for others hold their frames; a renderer of ours never has as many.
      throw tooManyCalls();
    }
    return inFlight.begin(call);
  }

  /** Puts a call behind the posted one that it follows, if that has not ended. */
  private boolean isBehind(Header.CallId call, ServedContext context, Header header) {
    if (call.after() == 0) {
      return false;
    }
    synchronized (followers) {
      if (!inFlight.contains(call.after())) {
        return false;
      }
      followers
          .computeIfAbsent(call.after(), id -> new ArrayList<>())
          .add(delegated(begin(call), context, header.giveFrame()));
      return true;
    }
  }

  /** A call has been answered: what follows it may run. */
  private void finish(ServedCall call) {
    List<Runnable> next;
    synchronized (followers) {
      inFlight.end(call);
      next = followers.isEmpty() ? null : followers.remove(call.id());
    }
    if (next != null) {
      next.forEach(Workers::run);
    }
  }

  /** Runs a call later, on another thread than the one that has read it. */
  private Runnable delegated(ServedCall call, ServedContext context, Frame frame) {
    ReleaseOrder.Undecoded undecoded = context.undecoded();
    return () -> {
      Header header = new Header(session.encoding(), frame);
      try {
        Command command = Command.valueOf(header.text("command"));
        header.callId();
        if (command != Command.CONTEXT_OPEN) {
          header.text("context id");
        }
        run(command, call, context, header, null, undecoded);
      } catch (RuntimeException | Error e) {
        // The renderer waits for an answer that cannot be given.
        session.close("a call could not be answered: " + e);
      } finally {
        undecoded.decoded();
        header.json().close();
      }
    };
  }

  private void run(
      Command command,
      ServedCall served,
      ServedContext context,
      Header header,
      RequestReading.@Nullable Lead lead,
      ReleaseOrder.@Nullable Undecoded undecoded) {
    try {
      header.call(this, context, served).serve(context, command, served, undecoded, lead);
    } catch (DisconnectedException e) {
      LOG.get().log(Level.DEBUG, "the connection ended before call {0} was answered", served.id());
    } finally {
      finish(served);
    }
  }

  /** Why a call is not made; null if it is. */
  @Nullable RemoteException refusal(ServedCall call) {
    if (session.isClosing() && !call.isNested()) {
      return new DisconnectedException("the main process is closing, and takes no new calls");
    }
    return inFlight.size() > maxCallsInFlight ? tooManyCalls() : null;
  }

  /** Waits until all calls have been answered that the current thread does not serve itself. */
  void awaitQuiet(Deadline deadline) {
    int mine = Serving.count(session);
    inFlight.awaitQuiet(mine, deadline);
  }

  private LimitExceededException tooManyCalls() {
    return new LimitExceededException(
        "more than %d calls of this connection are under way (Limits.maxCallsInFlight)"
            .formatted(maxCallsInFlight));
  }

  /** Completes a callback's wait, if somebody waits. */
  private void answer(Header header) {
    long callId = header.number("call id");
    if (callId == 0) {
      eventFailed(header);
      return;
    }
    PendingAnswer waiting = session.calls().take(callId);
    if (waiting != null && waiting.completeBy(header)) {
      next = null;
    }
  }

  private void eventFailed(Header header) {
    ServedContext context = session.firstContext();
    Subject subject = () -> "an event";
    MetaReader unused = header.metas(context, session.values(), subject, false);
    ErrorMeta error = header.answer(ReleaseOrder.Undecoded.NAMES_NOTHING).errorOrNull(subject);
    if (error != null) {
      header.next("end of the exception");
      ServedContext failedIn = session.contextOf(header);
      failedIn.eventFailed(
          header.number("callback id"), String.valueOf(error.image().getMessage()));
    }
  }

  private void unimplemented(String command, Header header) {
    JsonToken token = header.next("call id");
    long callId = token == JsonToken.VALUE_NUMBER_INT ? header.json().getLongValue() : 0;
    LOG.get().log(Level.WARNING, "{0} sent the unknown command {1}", session, command);
    try (OutgoingFrame frame = session.newFrame()) {
      writeUnimplemented(frame, command, callId);
      session.send(frame.finish());
    }
  }

  static void writeUnimplemented(OutgoingFrame frame, String command, long callId) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(Command.UNIMPLEMENTED.name());
    json.writeString(command);
    json.writeNumber(callId);
    json.writeEndArray();
  }
}
