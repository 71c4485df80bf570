package dev.remora.stub;

import dev.remora.EncodingException;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Metas inside of a {@code value}: what the fields of a record hold that is no plain JSON.
 *
 * <p>References, functions and buffers are wrapped as {@code {"@meta": …}}. No Java component can
 * have that name, so a value that looks like a meta is never taken for one.
 */
final class InnerMeta {
  private static final String META = "@meta";

  private InnerMeta() {}

  static <T> StdSerializer<T> serializer(Codec<T> codec) {
    return codec instanceof TextCodec<T> text
        ? new TextSerializer<>(text)
        : new MetaSerializer<>(codec);
  }

  static <T> StdDeserializer<T> deserializer(Codec<T> codec) {
    return codec instanceof TextCodec<T> text
        ? new TextDeserializer<>(text)
        : new MetaDeserializer<>(codec);
  }

  private static MetaWriter writer(SerializationContext context) {
    return (MetaWriter) Objects.requireNonNull(context.getAttribute(Databind.META_WRITER));
  }

  /** Opens the wrapper and gives a cursor before the meta; {@link #close} follows. */
  private static MetaCursor open(
      JsonParser json, DeserializationContext context, Class<?> expected) {
    MetaCursor cursor =
        (MetaCursor) Objects.requireNonNull(context.getAttribute(Databind.META_CURSOR));
    if (json.currentToken() != JsonToken.START_OBJECT || !META.equals(json.nextName())) {
      throw cursor
          .over(json)
          .misfit("a \"" + META + "\" of " + expected.getName() + " inside of it", null);
    }
    return cursor.over(json);
  }

  private static void close(JsonParser json) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      json.skipChildren();
    }
  }

  private static Class<?> rawType(Codec<?> codec) {
    return (Class<?>) codec.type();
  }

  private static final class TextSerializer<T> extends StdSerializer<T> {
    private final TextCodec<T> codec;

    TextSerializer(TextCodec<T> codec) {
      super(rawType(codec));
      this.codec = codec;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      json.writeString(codec.print(value));
    }
  }

  private static final class TextDeserializer<T> extends StdDeserializer<T> {
    private final TextCodec<T> codec;

    TextDeserializer(TextCodec<T> codec) {
      super(rawType(codec));
      this.codec = codec;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(
            rawType(codec), "expected text, found %s", json.currentToken());
      }
      return codec.parse(json.getString());
    }
  }

  private static final class MetaSerializer<T> extends StdSerializer<T> {
    private final Codec<T> codec;

    MetaSerializer(Codec<T> codec) {
      super(rawType(codec));
      this.codec = codec;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      json.writeStartObject();
      json.writeName(META);
      codec.write(writer(context), value);
      json.writeEndObject();
    }
  }

  private static final class MetaDeserializer<T> extends StdDeserializer<T> {
    private final Codec<T> codec;

    MetaDeserializer(Codec<T> codec) {
      super(rawType(codec));
      this.codec = codec;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
      T value = codec.read(open(json, context, rawType(codec)));
      close(json);
      return value;
    }
  }

  /** A stub on its way home, or an object of main's: which one, the value itself says. */
  static final class ReferenceSerializer extends StdSerializer<Object> {
    ReferenceSerializer() {
      super(Object.class);
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
      json.writeStartObject();
      json.writeName(META);
      if (value instanceof RemoteStub) {
        ObjectCodecs.writeStub(writer(context), value, value.getClass());
      } else {
        give(writer(context), moduleOf(value), value);
      }
      json.writeEndObject();
    }

    private static <T> void give(MetaWriter writer, Class<T> module, Object value) {
      ObjectCodecs.writeObject(writer, GeneratedClasses.dispatcherOf(module), module.cast(value));
    }

    /**
     * The one module interface of an object inside of a record, whose declared type databind does
     * not tell.
     */
    private static Class<?> moduleOf(Object value) {
      var interfaces = GeneratedClasses.moduleInterfacesOf(value.getClass());
      if (interfaces.size() != 1) {
        throw new EncodingException(
            "%s inside of a record must implement exactly one @RemoteModule interface, but implements %s"
                .formatted(value.getClass().getName(), interfaces));
      }
      return interfaces.get(0);
    }
  }

  /** A reference to an object of a module interface. */
  static final class ReferenceDeserializer extends StdDeserializer<Object> {
    private final Class<?> module;

    ReferenceDeserializer(Class<?> module) {
      super(module);
      this.module = module;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
      MetaCursor cursor = open(json, context, module);
      Object value =
          "remote-object".equals(cursor.peekType())
              ? ObjectCodecs.readOwned(cursor, GeneratedClasses.dispatcherOf(module))
              : ObjectCodecs.readStub(cursor, GeneratedClasses.stubTypeOf(module));
      close(json);
      return value;
    }
  }
}
