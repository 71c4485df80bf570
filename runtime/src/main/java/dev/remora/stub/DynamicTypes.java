package dev.remora.stub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The closed set of what may stand where a signature says {@code Object} ({@code
 * docs/protocol.md#dynamic-values}), by name.
 *
 * <p>One table for both directions, so that a name is compared and no class is ever loaded by one.
 */
final class DynamicTypes {
  private static final String ARRAY = "[]";

  /** Values with a codec of their own; the others stand in metas that say by themselves. */
  private static final Map<Class<?>, Codec<?>> CODECS = new HashMap<>();

  private static final Map<String, Class<?>> BY_NAME = new HashMap<>();

  static {
    CODECS.put(Byte.class, Codecs.BYTE);
    CODECS.put(Short.class, Codecs.SHORT);
    CODECS.put(Character.class, Codecs.CHARACTER);
    CODECS.put(Long.class, Codecs.LONG);
    CODECS.put(Float.class, Codecs.FLOAT);
    CODECS.put(Double.class, Codecs.DOUBLE);
    for (Class<?> text : TextValues.types()) {
      CODECS.put(text, new TextCodec<>(text));
    }
    primitives(boolean.class, boolean[].class);
    primitives(char.class, char[].class);
    primitives(short.class, short[].class);
    primitives(int.class, int[].class);
    primitives(long.class, long[].class);
    primitives(float.class, float[].class);
    primitives(double.class, double[].class);
    BY_NAME.put("byte", byte.class);
    CODECS.keySet().stream()
        .filter(type -> !type.isArray())
        .forEach(type -> BY_NAME.put(type.getName(), type));
    for (Class<?> type :
        List.of(
            Object.class,
            Boolean.class,
            Integer.class,
            String.class,
            List.class,
            Map.class,
            Set.class)) {
      BY_NAME.put(type.getName(), type);
    }
  }

  private DynamicTypes() {}

  private static <A> void primitives(Class<?> component, Class<A> array) {
    BY_NAME.put(component.getName(), component);
    CODECS.put(array, Codecs.primitives(array));
  }

  /**
   * The class of a name: of a value, of a listed interface, or of an array of these.
   *
   * @return the class, or null if the closed set has none of that name
   */
  static @Nullable Class<?> find(String name, InterfaceFamily family) {
    if (name.endsWith(ARRAY)) {
      Class<?> component = find(name.substring(0, name.length() - ARRAY.length()), family);
      return component == null ? null : component.arrayType();
    }
    Class<?> value = BY_NAME.get(name);
    return value == null ? family.listed(name) : value;
  }

  /** The codec of a value's class that must be named on the wire, or null. */
  static @Nullable Codec<?> codecOf(Class<?> type) {
    Codec<?> codec = CODECS.get(type);
    return codec == null ? TextValues.find(type) : codec;
  }
}
