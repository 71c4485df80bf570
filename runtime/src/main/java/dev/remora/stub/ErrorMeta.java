package dev.remora.stub;

import dev.remora.ErrorCode;
import dev.remora.RemoteException;
import dev.remora.RemoteInvocationException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The {@code error} meta: an exception's class names, message, stack and cause chain ({@code
 * docs/protocol.md#errors}).
 *
 * <p>Neither side ever loads a class by a name that stands in one.
 *
 * @param image the exception as far as it can be shown here
 * @param code the failure's code where the peer's runtime raised it; null where user code threw
 * @param details further lines that belong to the code, such as the signatures of a mismatched
 *     module
 */
public record ErrorMeta(
    RemoteInvocationException image, @Nullable ErrorCode code, List<String> details) {
  /**
   * Writes a thrown exception.
   *
   * @param json where to
   * @param thrown the exception
   * @param code its code if the runtime raised it, else null
   */
  public static void write(JsonGenerator json, Throwable thrown, @Nullable ErrorCode code) {
    write(json, thrown, code, List.of());
  }

  /**
   * Writes a thrown exception with the lines that belong to its code.
   *
   * @param json where to
   * @param thrown the exception
   * @param code its code if the runtime raised it, else null
   * @param details further lines
   */
  public static void write(
      JsonGenerator json, Throwable thrown, @Nullable ErrorCode code, List<String> details) {
    json.writeStartObject();
    json.writeStringProperty("type", "error");
    json.writeName("value");
    new ErrorImages(json).write(thrown);
    json.writeName("members");
    json.writeStartArray();
    if (code != null) {
      writeMember(json, "code");
      json.writeString(code.name());
      json.writeEndObject();
    }
    if (!details.isEmpty()) {
      writeMember(json, "details");
      json.writeStartArray();
      details.forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeMember(JsonGenerator json, String name) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeName("value");
  }

  /**
   * Reads the rest of an {@code error} meta behind its type.
   *
   * @param json the parser, behind the value of {@code type}
   * @return what it says
   */
  public static ErrorMeta read(JsonParser json) {
    RemoteInvocationException image = null;
    ErrorCode code = null;
    List<String> details = new ArrayList<>();
    for (String field = json.nextName(); field != null; field = json.nextName()) {
      json.nextToken();
      if (field.equals("value")) {
        image = readImage(json, 0);
      } else if (field.equals("members") && json.currentToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          code = readMember(json, code, details);
        }
      } else {
        json.skipChildren();
      }
    }
    return new ErrorMeta(image == null ? nameless() : image, code, details);
  }

  private static @Nullable ErrorCode readMember(
      JsonParser json, @Nullable ErrorCode code, List<String> details) {
    String member = "";
    ErrorCode found = code;
    for (String field = json.nextName(); field != null; field = json.nextName()) {
      JsonToken token = json.nextToken();
      if (field.equals("name")) {
        member = json.getString();
      } else if (member.equals("code") && token == JsonToken.VALUE_STRING) {
        found = codeOf(json.getString());
      } else if (member.equals("details") && token == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          details.add(json.getString());
        }
      } else {
        json.skipChildren();
      }
    }
    return found;
  }

  private static @Nullable ErrorCode codeOf(String name) {
    for (ErrorCode code : ErrorCode.values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return null;
  }

  private static RemoteInvocationException nameless() {
    return new RemoteInvocationException(
        List.of(Throwable.class.getName()), "an error without description", null);
  }

  private static RemoteInvocationException readImage(JsonParser json, int depth) {
    List<String> types = new ArrayList<>();
    String message = null;
    List<StackTraceElement> stack = new ArrayList<>();
    RemoteInvocationException cause = null;
    Map<String, Serializable> properties = Map.of();
    for (String field = json.nextName(); field != null; field = json.nextName()) {
      JsonToken token = json.nextToken();
      if (field.equals("types") && token == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          types.add(json.getString());
        }
      } else if (field.equals("message") && token == JsonToken.VALUE_STRING) {
        message = json.getString();
      } else if (field.equals("stack") && token == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_ARRAY) {
          stack.add(readFrame(json));
        }
      } else if (field.equals("cause")
          && token == JsonToken.START_OBJECT
          && depth < ErrorImages.MAX_CAUSES) {
        cause = readImage(json, depth + 1);
      } else if (field.equals("properties")
          && token == JsonToken.START_OBJECT
          && depth < ErrorImages.MAX_CAUSES) {
        properties = ErrorProperties.read(json, from -> readImage(from, depth + 1));
      } else {
        json.skipChildren();
      }
    }
    if (types.isEmpty()) {
      types.add(Throwable.class.getName());
    }
    RemoteInvocationException image =
        new RemoteInvocationException(types, message, cause, properties);
    image.setStackTrace(stack.toArray(StackTraceElement[]::new));
    return image;
  }

  private static StackTraceElement readFrame(JsonParser json) {
    String className = orEmpty(json.nextStringValue());
    String method = orEmpty(json.nextStringValue());
    String file = json.nextStringValue();
    int line = json.nextIntValue(-1);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      json.skipChildren();
    }
    return new StackTraceElement(className, method, file, line);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * The exception to throw here: of the code's type where the peer's runtime raised it, otherwise
   * the image; with the stack of this thread behind the remote one.
   *
   * @param crossing names the call at which the stacks are joined
   * @return a new exception
   */
  public RemoteException toException(String crossing) {
    if (code == null) {
      return joined(image, crossing);
    }
    String message = image.remoteMessage();
    return joined(
        code.exception(message == null ? code.name() : message, image.getCause()), crossing);
  }

  private <X extends RemoteException> X joined(X exception, String crossing) {
    StackTraceElement[] remote = image.getStackTrace();
    StackTraceElement[] local = new Throwable().getStackTrace();
    StackTraceElement[] joined = new StackTraceElement[remote.length + 1 + local.length];
    System.arraycopy(remote, 0, joined, 0, remote.length);
    joined[remote.length] = new StackTraceElement("remora", "answers", crossing, -1);
    System.arraycopy(local, 0, joined, remote.length + 1, local.length);
    exception.setStackTrace(joined);
    return exception;
  }
}
