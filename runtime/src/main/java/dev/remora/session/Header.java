package dev.remora.session;

import dev.remora.LimitExceededException;
import dev.remora.ProtocolException;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.References;
import dev.remora.stub.Subject;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.Encoding;
import dev.remora.wire.Frame;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads what stands before the metas of a frame, then lets them be read; each field is there and of
 * its type, or a {@link ProtocolException}.
 *
 * <p>A header can be opened again when nobody reads its frame any more: then its frame's memory,
 * its parser and what reads metas are used again. One thread at a time.
 */
final class Header {
  private final Encoding encoding;

  /** The frame, or one to be filled. */
  private Frame frame = new Frame();

  private @Nullable JsonParser parser;
  private @Nullable MetaCursor cursor;
  private @Nullable MetaReader metas;
  private @Nullable Answer answer;
  private @Nullable IncomingCall call;

  /** A header of no frame yet. */
  Header(Encoding encoding) {
    this.encoding = encoding;
  }

  /** Opens a frame: the next field is its command. */
  Header(Encoding encoding, Frame frame) {
    this(encoding);
    open(frame);
  }

  /** Opens another frame. */
  void open(Frame next) {
    frame = next;
    parser = encoding.parser(next, parser);
    if (next("frame") != JsonToken.START_ARRAY) {
      throw wrong("an array");
    }
  }

  /** Lets go of the call whose frame was read, and of the stubs that it keeps in use. */
  void forget() {
    if (cursor != null) {
      cursor.forget();
    }
    if (answer != null) {
      answer.restart(ReleaseOrder.Undecoded.NAMES_NOTHING);
    }
  }

  /** The frame, which may be filled again when nobody reads it any more. */
  Frame frame() {
    return frame;
  }

  /** Leaves the frame to somebody who reads it later. */
  Frame giveFrame() {
    Frame given = frame;
    frame = new Frame();
    return given;
  }

  JsonParser json() {
    return Objects.requireNonNull(parser);
  }

  /** The metas that come next. */
  MetaReader metas(References references, ValueMapper values, Subject subject, boolean arguments) {
    MetaCursor at = cursor(references, values, subject, arguments);
    MetaReader reader = metas;
    if (reader == null) {
      reader = new MetaReader(at);
      metas = reader;
    }
    return reader;
  }

  /** The metas that come next, token by token. */
  MetaCursor cursor(References references, ValueMapper values, Subject subject, boolean arguments) {
    MetaCursor at = cursor;
    if (at == null) {
      at = new MetaCursor(json(), frame.attachments(), references, values, subject, arguments);
      cursor = at;
    } else {
      at.restart(json(), frame.attachments(), references, values, subject, arguments);
    }
    return at;
  }

  /** The metas that {@link #metas} reads. */
  MetaCursor cursor() {
    return Objects.requireNonNull(cursor);
  }

  /** The call that stands here, in the main process; it serves one after the other. */
  IncomingCall call(Requests requests, ServedContext context, ServedCall served) {
    IncomingCall at = call;
    if (at == null) {
      at = new IncomingCall(requests, this, context, served);
      call = at;
    }
    return at;
  }

  /** The answer that stands here. */
  Answer answer(ReleaseOrder.Undecoded undecoded) {
    Answer at = answer;
    if (at == null) {
      at = new Answer(this);
      answer = at;
    }
    at.restart(undecoded);
    return at;
  }

  String text(String field) {
    if (next(field) != JsonToken.VALUE_STRING) {
      throw wrong("the text '" + field + "'");
    }
    return encoding.name(json());
  }

  /** A text, or null where the frame has none at this place. */
  @Nullable String optionalText(String field) {
    return next(field) == JsonToken.VALUE_STRING ? encoding.name(json()) : null;
  }

  long number(String field) {
    if (next(field) != JsonToken.VALUE_NUMBER_INT
        || json().getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw wrong("the number '" + field + "'");
    }
    return json().getLongValue();
  }

  /**
   * A call's id.
   *
   * @param id the id, or 0 for a call that has no answer
   * @param cause the call from the other side during which it is made, or 0
   * @param after the posted call of the same thread behind which it is to run, or 0
   * @param deadline when the caller gives it up
   */
  record CallId(long id, long cause, long after, Deadline deadline) {}

  /** Writes what {@link #callId()} reads. */
  static void writeCallId(JsonGenerator json, long id, long cause, long after, Deadline deadline) {
    long millis = deadline.remainingMillis();
    if (cause == 0 && after == 0 && millis == 0) {
      json.writeNumber(id);
      return;
    }
    json.writeStartArray();
    json.writeNumber(id);
    json.writeNumber(cause);
    json.writeNumber(after);
    if (millis != 0) {
      json.writeNumber(millis);
    }
    json.writeEndArray();
  }

  CallId callId() {
    JsonToken token = next("call id");
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return new CallId(json().getLongValue(), 0, 0, Deadline.NONE);
    }
    if (token != JsonToken.START_ARRAY) {
      throw wrong("the call id");
    }
    long id = number("call id");
    long cause = number("cause");
    long after = number("predecessor");
    JsonToken end = next("end of call id");
    Deadline deadline = Deadline.NONE;
    if (end == JsonToken.VALUE_NUMBER_INT) {
      deadline = Deadline.inMillis(json().getLongValue());
      end = next("end of call id");
    }
    if (end != JsonToken.END_ARRAY) {
      throw wrong("a call id with its cause, its predecessor and its time");
    }
    return new CallId(id, cause, after, deadline);
  }

  /**
   * Takes the rest of a {@code CANCEL} frame: a call that is served, or a promise that was given.
   */
  void cancel(ServedCalls calls, ContextEnd context) {
    String kind = text("what to cancel");
    long id = number("id");
    switch (kind) {
      case "call" -> calls.cancel(id);
      case "promise" -> context.promises().cancel(id);
      default -> throw new ProtocolException("a " + kind + " cannot be cancelled" + shown());
    }
  }

  /** What a release frame gives back, after its context. */
  void forEachRelease(ReleaseAction action) {
    startArray("releases");
    while (next("release") == JsonToken.START_ARRAY) {
      action.release(number("id"), number("count"));
      if (next("end of release") != JsonToken.END_ARRAY) {
        throw wrong("an id and a count");
      }
    }
  }

  /** Takes one release. */
  interface ReleaseAction {
    void release(long id, long count);
  }

  void startArray(String field) {
    if (next(field) != JsonToken.START_ARRAY) {
      throw wrong("the array '" + field + "'");
    }
  }

  /** Moves on; the token that ends an array is no error. */
  JsonToken next(String field) {
    try {
      JsonToken token = json().nextToken();
      if (token == null) {
        throw wrong("'" + field + "'");
      }
      return token;
    } catch (StreamConstraintsException e) {
      throw new LimitExceededException("a frame is over a limit: " + e.getOriginalMessage(), e);
    } catch (JacksonException e) {
      throw new ProtocolException("a frame cannot be read: " + e.getOriginalMessage() + shown(), e);
    }
  }

  private ProtocolException wrong(String expected) {
    return new ProtocolException(
        "a frame should have %s where it has %s%s"
            .formatted(expected, json().currentToken(), shown()));
  }

  private String shown() {
    String text = encoding.show(frame);
    return ": " + (text.length() <= 80 ? text : text.substring(0, 80) + "…");
  }
}
