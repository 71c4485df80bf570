package dev.remora.stub;

import dev.remora.EncodingException;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What stands where a signature says {@code Object}: a value of a closed set, whose type the meta
 * names where it does not show, or an object of a listed interface ({@code
 * docs/protocol.md#dynamic-values}).
 */
final class DynamicCodec extends Codec<Object> {
  private final InterfaceFamily family;
  private final Class<?> declared;
  private final Codec<List<@Nullable Object>> list;
  private final Codec<Set<@Nullable Object>> set;
  private final Codec<Map<@Nullable Object, @Nullable Object>> map;

  /**
   * For one place.
   *
   * @param family the listed interfaces
   * @param declared what references are below: {@code Object}, or the class that a caller passed
   */
  DynamicCodec(InterfaceFamily family, Class<?> declared) {
    super(Object.class);
    this.family = family;
    this.declared = declared;
    this.list = Codecs.list(nullable());
    this.set = Codecs.set(nullable());
    this.map = Codecs.map(nullable(), nullable());
  }

  @Override
  public void write(MetaWriter writer, Object value) {
    if (value instanceof String text) {
      Codecs.STRING.write(writer, text);
    } else if (value instanceof Boolean bool) {
      Codecs.BOOLEAN.write(writer, bool);
    } else if (value instanceof Integer integer) {
      Codecs.INTEGER.write(writer, integer);
    } else if (value instanceof byte[] bytes) {
      Codecs.BYTES.write(writer, bytes);
    } else if (!family.writeReference(writer, declared, value)) {
      writeNamed(writer, value);
    }
  }

  private void writeNamed(MetaWriter writer, Object value) {
    Codec<?> scalar = DynamicTypes.codecOf(value.getClass());
    if (scalar != null) {
      Class<?> type = (Class<?>) scalar.type();
      writeNamed(writer, type.getTypeName(), scalar, value);
    } else if (value instanceof Object[] array && isKnown(array.getClass())) {
      writeNamed(writer, array.getClass().getTypeName(), list, Arrays.asList(array));
    } else if (value instanceof List<?>) {
      writeNamed(writer, List.class.getName(), list, value);
    } else if (value instanceof Set<?>) {
      writeNamed(writer, Set.class.getName(), set, value);
    } else if (value instanceof Map<?, ?>) {
      writeNamed(writer, Map.class.getName(), map, value);
    } else {
      throw new EncodingException(
          "%s is neither a listed interface nor one of the values of docs/protocol.md#dynamic-values, which may stand where a signature says Object"
              .formatted(value.getClass().getTypeName()));
    }
  }

  private boolean isKnown(Class<?> type) {
    return DynamicTypes.find(type.getTypeName(), family) == type;
  }

  @SuppressWarnings("unchecked") // the caller has found the codec by the value's class
  private static <T> void writeNamed(MetaWriter writer, String name, Codec<T> codec, Object value) {
    JsonGenerator json = writer.json();
    json.writeStartObject();
    json.writeStringProperty("type", "dynamic");
    json.writeStringProperty("of", name);
    json.writeName("value");
    codec.write(writer, (T) value);
    json.writeEndObject();
  }

  @Override
  public Object read(MetaCursor cursor) {
    cursor.skipNull();
    String type = cursor.peekType();
    if (type == null || type.equals("value")) {
      return scalar(cursor);
    }
    return switch (type) {
      case "dynamic" -> named(cursor);
      case "buffer" -> Codecs.BYTES.read(cursor);
      case "object", "remote-object" -> family.readReference(cursor, Object.class);
      default -> throw cursor.misfit("a dynamic value", "a meta of type '" + type + "'");
    };
  }

  private static Object scalar(MetaCursor cursor) {
    return switch (cursor.json().currentToken()) {
      case VALUE_STRING -> Codecs.STRING.read(cursor);
      case VALUE_TRUE, VALUE_FALSE -> Codecs.BOOLEAN.read(cursor);
      case VALUE_NUMBER_INT -> Codecs.INTEGER.read(cursor);
      default -> throw cursor.misfit("a dynamic value", null);
    };
  }

  private Object named(MetaCursor cursor) {
    String name = cursor.openNamed();
    Class<?> type = DynamicTypes.find(name, family);
    Codec<?> scalar = type == null ? null : DynamicTypes.codecOf(type);
    Object value;
    if (scalar != null) {
      value = cursor.element(scalar);
    } else if (type == List.class) {
      value = cursor.element(list);
    } else if (type == Set.class) {
      value = cursor.element(set);
    } else if (type == Map.class) {
      value = cursor.element(map);
    } else if (type != null && type.isArray()) {
      List<@Nullable Object> elements = cursor.element(list);
      value =
          elements.toArray((Object[]) Array.newInstance(type.getComponentType(), elements.size()));
    } else {
      throw cursor.misfit("a dynamic value", "one of '" + name + "'");
    }
    cursor.close();
    return value;
  }
}
