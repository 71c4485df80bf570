package dev.remora.session;

import dev.remora.ProtocolException;
import dev.remora.RemoteException;
import dev.remora.RemoteInvocationException;
import dev.remora.stub.ErrorMeta;
import dev.remora.stub.MetaReader;
import dev.remora.stub.References;
import dev.remora.stub.Subject;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.OutgoingFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The answer to one call: its result, or the exception that it carries. Whoever reads it closes it;
 * the waiting thread's from the moment on at which it is handed over.
 */
final class Answer implements PendingAnswer.Outcome, AutoCloseable {
  private final Header header;
  private ReleaseOrder.Undecoded undecoded = ReleaseOrder.Undecoded.NAMES_NOTHING;

  /** An answer that stands before its meta in {@code header}. */
  Answer(Header header) {
    this.header = header;
  }

  /**
   * Stands for the next answer of the same header.
   *
   * @param told when the ids in the answer are resolved
   */
  void restart(ReleaseOrder.Undecoded told) {
    undecoded = told;
  }

  Header header() {
    return header;
  }

  /** Sends a call and waits; throws if no answer comes. */
  static Answer to(
      ContextEnd context, Subject call, long callId, OutgoingFrame message, Deadline deadline) {
    PendingAnswer.Outcome outcome = context.calls().exchange(context, callId, message, deadline);
    return of(outcome, context, call);
  }

  /** The answer that a call has got, or null if it has got none. */
  static @Nullable Answer opened(PendingAnswer.Outcome outcome, ContextEnd context) {
    if (outcome instanceof PendingAnswer.Unopened unopened) {
      Header header = context.spareParts().header();
      header.open(unopened.frame());
      header.text("command");
      header.number("call id");
      return header.answer(unopened.undecoded());
    }
    return outcome instanceof Answer answer ? answer : null;
  }

  /** The answer that a call has got; throws if it has got none. */
  static Answer of(PendingAnswer.Outcome outcome, ContextEnd context, Subject call) {
    Answer answer = opened(outcome, context);
    if (answer != null) {
      return answer;
    }
    throw (outcome instanceof PendingAnswer.Failed failed
            ? failed.reason()
            : ((PendingAnswer.NotSent) outcome).reason())
        .apply(call.describe());
  }

  /** The reader of the result; throws what the member threw, and closes the answer then. */
  MetaReader result(References references, ValueMapper values, Subject call) {
    MetaReader result = header.metas(references, values, call, false);
    if (isException()) {
      try {
        throw thrown(error(call), call);
      } finally {
        close();
      }
    }
    return result;
  }

  /** The error that the answer carries, or null where it is a result, which is read next. */
  @Nullable ErrorMeta errorOrNull(Subject call) {
    return isException() ? error(call) : null;
  }

  private boolean isException() {
    return "exception".equals(header.cursor().peekType());
  }

  private ErrorMeta error(Subject call) {
    JsonParser json = header.json();
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
        "the answer to "
            + call.describe()
            + " is an exception without its error: "
            + header.frame());
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
  private boolean isAtEnd() {
    try {
      return header.json().nextToken() == JsonToken.END_ARRAY;
    } catch (JacksonException e) {
      return false;
    }
  }

  /**
   * Ends the reading of an answer to a call, once; what was not read of it is given back.
   *
   * @param arrived the ids that were decoded, as often as they were; null for none
   */
  void end(ContextEnd context, @Nullable List<Long> arrived) {
    if (isAtEnd()) {
      undecoded.decoded();
      context.spareParts().recycle(header);
    } else {
      context.discard(header.frame(), arrived == null ? List.of() : arrived);
      close();
    }
  }

  @Override
  public void close() {
    header.json().close();
    undecoded.decoded();
  }
}
