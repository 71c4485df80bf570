package dev.remora.stub;

import dev.remora.RemoteInvocationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what an {@code error} meta says of an exception, of its causes and of those that follow
 * it. Used once, for one error.
 */
final class ErrorImages {
  static final int MAX_CAUSES = 16;

  /** Stacks and chains are cut here, so that an error of an error never exceeds the frame limit. */
  private static final int MAX_FRAMES = 256;

  private static final int MAX_IMAGES = 80;
  private static final int MAX_MESSAGE = 64 * 1024;

  private final JsonGenerator json;
  private int images;

  ErrorImages(JsonGenerator json) {
    this.json = json;
  }

  /** Whether an exception heads a chain of further ones, or stands in one that is written. */
  private enum Chain {
    HEAD,
    MEMBER
  }

  void write(Throwable thrown) {
    write(thrown, Set.of(), Chain.HEAD);
  }

  private void write(Throwable thrown, Set<Throwable> above, Chain chain) {
    images++;
    Set<Throwable> path = Collections.newSetFromMap(new IdentityHashMap<>());
    path.addAll(above);
    path.add(thrown);
    json.writeStartObject();
    json.writeName("types");
    json.writeStartArray();
    typesOf(thrown).forEach(json::writeString);
    json.writeEndArray();
    String message = messageOf(thrown);
    if (message != null) {
      json.writeStringProperty("message", message);
    }
    json.writeName("stack");
    writeStack(thrown.getStackTrace());
    Throwable cause = thrown.getCause();
    if (cause != null && !path.contains(cause) && hasRoom(path)) {
      json.writeName("cause");
      write(cause, path, Chain.HEAD);
    }
    writeProperties(thrown, path, chain);
    json.writeEndObject();
  }

  private boolean hasRoom(Set<Throwable> path) {
    return path.size() < MAX_CAUSES && images < MAX_IMAGES;
  }

  private void writeProperties(Throwable thrown, Set<Throwable> path, Chain chain) {
    Map<String, Object> properties = propertiesOf(thrown);
    if (chain == Chain.MEMBER) {
      // The head lists all that follow; each of them knows the rest as well.
      properties.values().removeIf(List.class::isInstance);
    }
    if (!properties.isEmpty()) {
      json.writeName("properties");
      ErrorProperties.write(json, properties, next -> writeNext(next, path));
    }
  }

  private void writeNext(Throwable next, Set<Throwable> path) {
    if (hasRoom(path) && !path.contains(next)) {
      write(next, path, Chain.MEMBER);
    }
  }

  private static Map<String, Object> propertiesOf(Throwable thrown) {
    try {
      return new TreeMap<>(RemoteInvocationException.propertiesOf(thrown));
    } catch (RuntimeException | StackOverflowError e) {
      return new TreeMap<>(); // as with getMessage(): the getters of a driver are user code
    }
  }

  /** An exception that came from elsewhere goes on as what it is there, not as its image here. */
  private static List<String> typesOf(Throwable thrown) {
    if (thrown instanceof RemoteInvocationException image) {
      return image.remoteTypes();
    }
    List<String> types = new ArrayList<>();
    for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
      types.add(type.getName());
    }
    return types;
  }

  private static @Nullable String messageOf(Throwable thrown) {
    try {
      String message =
          thrown instanceof RemoteInvocationException remote
              ? remote.remoteMessage()
              : thrown.getMessage();
      return message == null || message.length() <= MAX_MESSAGE
          ? message
          : message.substring(0, MAX_MESSAGE) + "…";
    } catch (RuntimeException | StackOverflowError e) {
      // getMessage() is user code; what it throws must not cost the caller his answer.
      return "(getMessage() failed: " + e.getClass().getName() + ")";
    }
  }

  private void writeStack(StackTraceElement[] stack) {
    json.writeStartArray();
    for (int i = 0; i < Math.min(stack.length, MAX_FRAMES); i++) {
      StackTraceElement frame = stack[i];
      json.writeStartArray();
      json.writeString(frame.getClassName());
      json.writeString(frame.getMethodName());
      json.writeString(frame.getFileName());
      json.writeNumber(frame.getLineNumber());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
