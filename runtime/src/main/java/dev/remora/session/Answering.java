package dev.remora.session;

import dev.remora.ErrorCode;
import dev.remora.LimitExceededException;
import dev.remora.RemoteException;
import dev.remora.stub.ErrorMeta;
import dev.remora.stub.References;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the one answer of a call that is served: a result, or what went wrong.
 *
 * @param command {@code RETURN} or {@code CALLBACK_RETURN}
 * @param contextId written before the id, where the command wants it; otherwise null
 * @param callId the call that is answered, or the promise that ends
 * @param subject names the call in errors
 * @param references takes back what an answer gave that is given up
 */
record Answering(
    Command command,
    @Nullable String contextId,
    long callId,
    Subject subject,
    References references) {

  private static final StackTraceElement[] NO_STACK = {};

  /**
   * Takes the stack off the refusal of a call that its caller has given up: hardly anybody will
   * read it, and in an overload of short deadlines it would be made and sent for nearly each call.
   */
  static <X extends RemoteException> X unread(X refusal) {
    refusal.setStackTrace(NO_STACK);
    return refusal;
  }

  /** The failure of an event, which is no answer to a call: it names the callback behind it. */
  OutgoingFrame eventFailure(
      OutgoingFrame frame, Throwable raised, boolean byUs, String context, long callback) {
    frame.reset();
    start(frame);
    ErrorCode code = byUs && raised instanceof RemoteException remote ? remote.code() : null;
    writeException(frame.json(), raised, code, List.of());
    frame.json().writeString(context);
    frame.json().writeNumber(callback);
    return finish(frame);
  }

  /** Starts the answer: its meta is next. */
  void start(OutgoingFrame frame) {
    start(frame, command, contextId, callId);
  }

  /** Starts an answer, as {@link #start(OutgoingFrame)} does. */
  static void start(OutgoingFrame frame, Command command, @Nullable String contextId, long callId) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(command.name());
    if (contextId != null) {
      json.writeString(contextId);
    }
    json.writeNumber(callId);
  }

  /** Ends an answer whose meta is written. */
  static OutgoingFrame finish(OutgoingFrame frame) {
    frame.json().writeEndArray();
    return frame.finish();
  }

  /**
   * The answer that says what went wrong; what the failed one gave away is taken back.
   *
   * @param raised what was thrown
   * @param byUs whether the runtime raised it; what user code throws has no code, also if it is an
   *     exception of Remora that reached it from elsewhere
   * @param details lines that belong to the error
   */
  OutgoingFrame failure(OutgoingFrame frame, Throwable raised, boolean byUs, List<String> details) {
    for (long id : frame.givenIds()) {
      references.takeBack(id);
    }
    ErrorCode code = byUs && raised instanceof RemoteException remote ? remote.code() : null;
    try {
      return failure(frame, raised, code, details);
    } catch (LimitExceededException e) {
      String text = subject.describe() + " failed, and its error is over a limit";
      return failure(frame, new LimitExceededException(text), e.code(), List.of());
    }
  }

  private OutgoingFrame failure(
      OutgoingFrame frame, Throwable raised, @Nullable ErrorCode code, List<String> details) {
    frame.reset();
    start(frame);
    writeException(frame.json(), raised, code, details);
    return finish(frame);
  }

  private static void writeException(
      JsonGenerator json, Throwable raised, @Nullable ErrorCode code, List<String> details) {
    json.writeStartObject();
    json.writeStringProperty("type", "exception");
    json.writeName("value");
    ErrorMeta.write(json, raised, code, details);
    json.writeEndObject();
  }
}
