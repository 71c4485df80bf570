package dev.remora.stub;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Teaches databind the functions of one value.
 *
 * <p>A lambda does not say which interface it is of, nor an interface with which type arguments:
 * the component in which it stands decides.
 */
final class FunctionModule extends JacksonModule {
  private final ValueFunctions functions;

  FunctionModule(ValueFunctions functions) {
    this.functions = functions;
  }

  @Override
  public String getModuleName() {
    return "remora-functions";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.insertAnnotationIntrospector(new DeclaredTypes(functions));
    context.addSerializers(new FunctionSerializers(functions));
    context.addDeserializers(new FunctionDeserializers(functions));
  }

  /** Databind writes by an object's own class unless it is told to go by the declared type. */
  private static final class DeclaredTypes extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // nobody serializes it
    private final ValueFunctions functions;

    DeclaredTypes(ValueFunctions functions) {
      this.functions = functions;
    }

    @Override
    public JavaType refineSerializationType(
        MapperConfig<?> config, Annotated annotated, JavaType type) {
      return functions.standIn(type) ? type.withStaticTyping() : type;
    }
  }

  private record FunctionSerializers(ValueFunctions functions) implements Serializers {
    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier bean,
        com.fasterxml.jackson.annotation.JsonFormat.@Nullable Value format) {
      return functions.contain(type.getRawClass())
          ? new AnyFunctionSerializer(functions, type.getRawClass(), placeOf(null))
          : null;
    }
  }

  private record FunctionDeserializers(ValueFunctions functions) implements Deserializers {
    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
      return functions.contain(type.getRawClass())
          ? new AnyFunctionDeserializer(functions, type.getRawClass(), placeOf(null))
          : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return functions.contain(type);
    }
  }

  private static String unknown(Class<?> type, String place) {
    return "%s holds a %s that the annotation processor has not seen"
        .formatted(place, type.getName());
  }

  private static String placeOf(@Nullable BeanProperty component) {
    return component == null ? "a value" : "component '" + component.getName() + "'";
  }

  /** A function of which the component is not known yet, or is none of those that hold one. */
  private static final class AnyFunctionSerializer extends StdSerializer<Object> {
    private final ValueFunctions functions;
    private final String place;

    AnyFunctionSerializer(ValueFunctions functions, Class<?> type, String place) {
      super(type);
      this.functions = functions;
      this.place = place;
    }

    @Override
    public ValueSerializer<?> createContextual(
        SerializationContext context, @Nullable BeanProperty component) {
      FunctionType<?> type = functions.find(component, handledType());
      return type == null
          ? new AnyFunctionSerializer(functions, handledType(), placeOf(component))
          : InnerMeta.serializer(new FunctionCodec<>(type));
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
      context.reportBadDefinition(handledType(), unknown(handledType(), place));
    }
  }

  /** A function of which the component is not known yet, or is none of those that hold one. */
  private static final class AnyFunctionDeserializer extends StdDeserializer<Object> {
    private final ValueFunctions functions;
    private final String place;

    AnyFunctionDeserializer(ValueFunctions functions, Class<?> type, String place) {
      super(type);
      this.functions = functions;
      this.place = place;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty component) {
      FunctionType<?> type = functions.find(component, handledType());
      return type == null
          ? new AnyFunctionDeserializer(functions, handledType(), placeOf(component))
          : InnerMeta.deserializer(new FunctionCodec<>(type));
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
      return context.reportBadDefinition(handledType(), unknown(handledType(), place));
    }
  }
}
