package dev.remora.stub;

import dev.remora.RemoteInvocationException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What an exception knows beside its message, as {@code properties} of its image: texts, numbers,
 * booleans, lists of numbers, maps of texts, and lists of further exceptions ({@code
 * docs/protocol.md#errors}). Any other shape is passed over.
 */
final class ErrorProperties {
  private ErrorProperties() {}

  static void write(JsonGenerator json, Map<String, ?> properties, Consumer<Throwable> writeImage) {
    json.writeStartObject();
    properties.forEach(
        (name, value) -> {
          json.writeName(name);
          write(json, value, writeImage);
        });
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Object value, Consumer<Throwable> writeImage) {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (value instanceof long[] numbers) {
      json.writeArray(numbers, 0, numbers.length);
    } else if (value instanceof Map<?, ?> texts) {
      json.writeStartObject();
      texts.forEach((key, text) -> json.writeStringProperty((String) key, (String) text));
      json.writeEndObject();
    } else if (value instanceof List<?> exceptions) {
      json.writeStartArray();
      exceptions.forEach(exception -> writeImage.accept((Throwable) exception));
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("no property of an exception: " + value);
    }
  }

  /** Reads the properties whose object the parser stands before. */
  static Map<String, Serializable> read(
      JsonParser json, Function<JsonParser, RemoteInvocationException> readImage) {
    HashMap<String, Serializable> properties = new HashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      Serializable value = readValue(json, json.nextToken(), readImage);
      if (value != null) {
        properties.put(name, value);
      }
    }
    return properties;
  }

  private static @Nullable Serializable readValue(
      JsonParser json, JsonToken token, Function<JsonParser, RemoteInvocationException> readImage) {
    return switch (token) {
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      case START_OBJECT -> readTexts(json);
      case START_ARRAY -> readArray(json, readImage);
      default -> null;
    };
  }

  private static Serializable readTexts(JsonParser json) {
    HashMap<String, String> texts = new HashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return texts;
  }

  /** An array of numbers, or of exceptions: its first element says which. */
  private static Serializable readArray(
      JsonParser json, Function<JsonParser, RemoteInvocationException> readImage) {
    ArrayList<RemoteInvocationException> exceptions = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      switch (token) {
        case START_OBJECT -> exceptions.add(readImage.apply(json));
        case VALUE_NUMBER_INT -> numbers.add(json.getLongValue());
        default -> json.skipChildren();
      }
    }
    return exceptions.isEmpty()
        ? numbers.stream().mapToLong(Long::longValue).toArray()
        : exceptions;
  }
}
