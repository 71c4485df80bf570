package dev.remora.stub;

import dev.remora.annotation.RemoteModule;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.type.ArrayType;

/**
 * Teaches databind our codecs, so that records may hold buffers, stubs and objects at any depth,
 * and so that dates and the like are written inside of a record as they are written alone.
 */
final class ValueModule extends JacksonModule {

  @Override
  public String getModuleName() {
    return "remora";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new MetaSerializers());
    context.addDeserializers(new MetaDeserializers());
  }

  /** The codec of a type that databind would write otherwise; null where databind does it. */
  static @Nullable Codec<?> codecOf(Class<?> raw) {
    if (raw == byte[].class) {
      return Codecs.BYTES;
    }
    if (ByteBuffer.class.isAssignableFrom(raw)) {
      return Codecs.BYTE_BUFFER;
    }
    if (Throwable.class.isAssignableFrom(raw)) {
      return Codecs.throwable(raw.asSubclass(Throwable.class));
    }
    return TextValues.find(raw);
  }

  private static final class MetaSerializers implements Serializers {
    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier bean,
        com.fasterxml.jackson.annotation.JsonFormat.@Nullable Value format) {
      Class<?> raw = type.getRawClass();
      if (RemoteStub.class.isAssignableFrom(raw) || GeneratedClasses.isModule(raw)) {
        return new InnerMeta.ReferenceSerializer();
      }
      Codec<?> codec = codecOf(raw);
      return codec == null ? null : InnerMeta.serializer(codec);
    }

    @Override
    public @Nullable ValueSerializer<?> findArraySerializer(
        SerializationConfig config,
        ArrayType type,
        BeanDescription.Supplier bean,
        com.fasterxml.jackson.annotation.JsonFormat.@Nullable Value format,
        @Nullable TypeSerializer elementType,
        @Nullable ValueSerializer<Object> element) {
      Codec<?> codec = codecOf(type.getRawClass());
      return codec == null ? null : InnerMeta.serializer(codec);
    }
  }

  private static final class MetaDeserializers implements Deserializers {
    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
      Class<?> raw = type.getRawClass();
      if (raw.isAnnotationPresent(RemoteModule.class)) {
        return new InnerMeta.ReferenceDeserializer(raw);
      }
      Codec<?> codec = codecOf(raw);
      return codec == null ? null : InnerMeta.deserializer(codec);
    }

    @Override
    public @Nullable ValueDeserializer<?> findArrayDeserializer(
        ArrayType type,
        DeserializationConfig config,
        BeanDescription.Supplier bean,
        @Nullable TypeDeserializer elementType,
        @Nullable ValueDeserializer<?> element) {
      Codec<?> codec = codecOf(type.getRawClass());
      return codec == null ? null : InnerMeta.deserializer(codec);
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return codecOf(type) != null || type.isAnnotationPresent(RemoteModule.class);
    }
  }
}
