package dev.remora.session;

import dev.remora.log.LateLogger;
import dev.remora.wire.Encoding;
import dev.remora.wire.Frame;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds the references in a frame that nobody decodes, so that they can be given back; it needs the
 * grammar of {@code docs/protocol.md#metas} only, and no types. Used by one thread.
 */
final class ReferenceScan {
  private static final LateLogger LOG = new LateLogger(ReferenceScan.class);

  private final JsonParser json;
  private final List<Reference> found = new ArrayList<>();

  private ReferenceScan(JsonParser json) {
    this.json = json;
  }

  /**
   * A reference that a frame gives.
   *
   * @param id its id
   * @param isPromise whether it is a promise, which is not counted; otherwise an object, function
   *     or stream
   */
  record Reference(long id, boolean isPromise) {}

  /** What a call or an answer gives, an id as often as it is given. */
  static List<Reference> of(Encoding encoding, Frame frame) {
    try (JsonParser json = encoding.parser(frame)) {
      ReferenceScan scan = new ReferenceScan(json);
      try {
        json.nextToken();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          scan.argumentsOrMeta();
        }
      } catch (JacksonException e) {
        // What follows is lost; it is released with its context.
        LOG.get().log(Level.DEBUG, "a frame that nobody decodes is no JSON", e);
      }
      return scan.found;
    }
  }

  /** An element of the frame itself; the arguments are the only array that holds metas. */
  private void argumentsOrMeta() {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      metas();
    } else {
      meta();
    }
  }

  private void metas() {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      meta();
    }
  }

  /** A meta that the current token starts. */
  private void meta() {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    String type = "type".equals(json.nextName()) ? json.nextStringValue() : null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      field(String.valueOf(type), name);
    }
  }

  private void field(String type, String name) {
    switch (type) {
      case "object", "function", "stream", "promise" -> {
        if (name.equals("id") && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
          found.add(new Reference(json.getLongValue(), type.equals("promise")));
        }
        json.skipChildren();
      }
      case "array" -> argumentsOrMeta();
      case "map" -> pairs();
      case "value" -> plain();
      case "dynamic" -> meta();
      default -> json.skipChildren();
    }
  }

  private void pairs() {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        argumentsOrMeta();
      }
    } else {
      json.skipChildren();
    }
  }

  /** Plain JSON, in which metas are wrapped. */
  private void plain() {
    int depth = 0;
    JsonToken token = json.currentToken();
    while (true) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.PROPERTY_NAME && "@meta".equals(json.currentName())) {
        json.nextToken();
        meta();
      }
      if (depth == 0) {
        return;
      }
      token = json.nextToken();
    }
  }
}
