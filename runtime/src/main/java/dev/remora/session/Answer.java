package dev.remora.session;

import dev.remora.ProtocolException;
import dev.remora.RemoteException;
import dev.remora.RemoteInvocationException;
import dev.remora.stub.ErrorMeta;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.References;
import dev.remora.stub.Subject;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.Encoding;
import dev.remora.wire.Frame;
import dev.remora.wire.OutgoingFrame;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The answer to one call: its result, or the exception that it carries. Whoever reads it closes it.
 *
 * @param json the parser, before the result's meta
 * @param frame the frame that it parses
 * @param undecoded told when the answer is closed
 */
record Answer(JsonParser json, Frame frame, ReleaseOrder.Undecoded undecoded)
    implements AutoCloseable {

  /** Sends a call and waits; throws if no answer comes. */
  static Answer to(
      ContextEnd context, Subject call, long callId, OutgoingFrame message, Deadline deadline) {
    PendingAnswer.Outcome outcome = context.calls().exchange(context, callId, message, deadline);
    return of(outcome, call);
  }

  /** The answer that a call has got; throws if it has got none. */
  static Answer of(PendingAnswer.Outcome outcome, Subject call) {
    if (outcome instanceof PendingAnswer.Answered answered) {
      return new Answer(answered.json(), answered.frame(), answered.undecoded());
    }
    throw (outcome instanceof PendingAnswer.Failed failed
            ? failed.reason()
            : ((PendingAnswer.NotSent) outcome).reason())
        .apply(call.describe());
  }

  /** The reader of the result; throws what the member threw, and closes the answer then. */
  MetaReader result(References references, ValueMapper values, Subject call) {
    MetaCursor cursor = new MetaCursor(json, frame.attachments(), references, values, call, false);
    if ("exception".equals(cursor.peekType())) {
      try {
        throw thrown(error(call), call);
      } finally {
        close();
      }
    }
    return new MetaReader(cursor);
  }

  /** The error that the answer carries, or null where it is a result. */
  @Nullable ErrorMeta errorOrNull(MetaCursor cursor, Subject call) {
    return "exception".equals(cursor.peekType()) ? error(call) : null;
  }

  private ErrorMeta error(Subject call) {
    try {
      if ("value".equals(json.nextName())
          && json.nextToken() == JsonToken.START_OBJECT
          && "type".equals(json.nextName())
          && "error".equals(json.nextStringValue())) {
        return ErrorMeta.read(json);
      }
    } catch (JacksonException e) {
      throw new ProtocolException(
          "the answer to " + call.describe() + " is no JSON: " + e.getOriginalMessage(), e);
    }
    throw new ProtocolException(
        "the answer to " + call.describe() + " is an exception without its error: " + frame);
  }

  /** What to throw for an error: the JDK's common unchecked exceptions as themselves. */
  static RuntimeException thrown(ErrorMeta error, Subject call) {
    RemoteException exception = error.toException(call.describe());
    if (exception instanceof RemoteInvocationException invocation
        && invocation.asKnown() instanceof RuntimeException known) {
      return known;
    }
    return exception;
  }

  /** Whether the result has been read to its end; moves on. */
  boolean isAtEnd() {
    try {
      return json.nextToken() == JsonToken.END_ARRAY;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Closes the answer; nobody else does, now or later. */
  void recycle(Encoding encoding) {
    encoding.recycle(json);
    undecoded.decoded();
  }

  @Override
  public void close() {
    json.close();
    undecoded.decoded();
  }
}
