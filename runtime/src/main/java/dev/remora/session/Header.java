package dev.remora.session;

import dev.remora.LimitExceededException;
import dev.remora.ProtocolException;
import dev.remora.wire.Frame;
import dev.remora.wire.JsonEncoding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads what stands before the metas of a frame; each field is there and of its type, or a {@link
 * ProtocolException}.
 */
final class Header {
  private final Frame frame;
  private final JsonParser json;

  /** Opens a frame: the next field is its command. */
  Header(JsonEncoding encoding, Frame frame) {
    this.frame = frame;
    this.json = encoding.parser(frame);
    if (next("frame") != JsonToken.START_ARRAY) {
      throw wrong("an array");
    }
  }

  Frame frame() {
    return frame;
  }

  JsonParser json() {
    return json;
  }

  String text(String field) {
    if (next(field) != JsonToken.VALUE_STRING) {
      throw wrong("the text '" + field + "'");
    }
    return json.getString();
  }

  /** A text, or null where the frame has none at this place. */
  @Nullable String optionalText(String field) {
    return next(field) == JsonToken.VALUE_STRING ? json.getString() : null;
  }

  long number(String field) {
    if (next(field) != JsonToken.VALUE_NUMBER_INT
        || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw wrong("the number '" + field + "'");
    }
    return json.getLongValue();
  }

  void startArray(String field) {
    if (next(field) != JsonToken.START_ARRAY) {
      throw wrong("the array '" + field + "'");
    }
  }

  /** Moves on; the token that ends an array is no error. */
  JsonToken next(String field) {
    try {
      JsonToken token = json.nextToken();
      if (token == null) {
        throw wrong("'" + field + "'");
      }
      return token;
    } catch (StreamConstraintsException e) {
      throw new LimitExceededException("a frame is over a limit: " + e.getOriginalMessage(), e);
    } catch (JacksonException e) {
      throw new ProtocolException("a frame is no JSON: " + e.getOriginalMessage() + shown(), e);
    }
  }

  private ProtocolException wrong(String expected) {
    return new ProtocolException(
        "a frame should have %s where it has %s%s"
            .formatted(expected, json.currentToken(), shown()));
  }

  private String shown() {
    String text = frame.toString();
    return ": " + (text.length() <= 80 ? text : text.substring(0, 80) + "…");
  }
}
