package dev.remora.stub;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collections, arrays, maps and optionals: {@code array} and {@code map} metas, elements by their
 * own rule.
 */
final class CollectionCodecs {

  private CollectionCodecs() {}

  private static <E> void writeAll(MetaWriter writer, Iterable<E> values, Codec<E> element) {
    writer.startArray();
    for (E value : values) {
      writer.element(element, value);
    }
    writer.endArray();
  }

  private static <E, C extends Collection<E>> C readAll(
      MetaCursor cursor, C into, Codec<E> element, Codec<?> whole) {
    cursor.openArray("array", whole.type().getTypeName());
    while (cursor.hasMore()) {
      into.add(cursor.element(element));
    }
    cursor.close();
    return into;
  }

  /** Lists, sets and collections; {@code C} is the interface that the signature names. */
  static final class OfCollection<E, C extends Collection<E>> extends Codec<C> {
    private final Codec<E> element;
    private final Supplier<? extends C> empty;

    OfCollection(Class<?> raw, Codec<E> element, Supplier<? extends C> empty) {
      super(Codecs.generic(raw, element));
      this.element = element;
      this.empty = empty;
    }

    @Override
    public void write(MetaWriter writer, C value) {
      writeAll(writer, value, element);
    }

    @Override
    public C read(MetaCursor cursor) {
      return readAll(cursor, empty.get(), element, this);
    }
  }

  static final class OfIterable<E> extends Codec<Iterable<E>> {
    private final Codec<E> element;

    OfIterable(Codec<E> element) {
      super(Codecs.generic(Iterable.class, element));
      this.element = element;
    }

    @Override
    public void write(MetaWriter writer, Iterable<E> value) {
      writeAll(writer, value, element);
    }

    @Override
    public Iterable<E> read(MetaCursor cursor) {
      return readAll(cursor, new ArrayList<>(), element, this);
    }
  }

  static final class OfArray<E> extends Codec<E[]> {
    private final Class<E[]> arrayClass;
    private final Codec<E> component;

    OfArray(Class<E[]> arrayClass, Codec<E> component) {
      super(arrayClass);
      this.arrayClass = arrayClass;
      this.component = component;
    }

    @Override
    public void write(MetaWriter writer, E[] value) {
      writeAll(writer, Arrays.asList(value), component);
    }

    @Override
    public E[] read(MetaCursor cursor) {
      List<E> elements = readAll(cursor, new ArrayList<>(), component, this);
      return elements.toArray(arrayClass.cast(Array.newInstance(arrayClass.getComponentType(), 0)));
    }
  }

  /** A pair for each entry, so that keys may be of any type, or null. */
  static final class OfMap<K, V> extends Codec<Map<K, V>> {
    private final Codec<K> key;
    private final Codec<V> value;

    OfMap(Codec<K> key, Codec<V> value) {
      super(Codecs.generic(Map.class, key, value));
      this.key = key;
      this.value = value;
    }

    @Override
    public void write(MetaWriter writer, Map<K, V> map) {
      writer.json().writeStartObject();
      writer.json().writeStringProperty("type", "map");
      writer.json().writeName("members");
      writer.json().writeStartArray();
      map.forEach(
          (k, v) -> {
            writer.json().writeStartArray();
            writer.element(key, k);
            writer.element(value, v);
            writer.json().writeEndArray();
          });
      writer.endArray();
    }

    @Override
    public Map<K, V> read(MetaCursor cursor) {
      Map<K, V> map = new LinkedHashMap<>();
      cursor.openArray("map", type().getTypeName());
      while (cursor.hasMore()) {
        cursor.openPair();
        map.put(cursor.element(key), cursor.element(value));
        cursor.closePair();
      }
      cursor.close();
      return map;
    }
  }

  /** An array of none or one, so that an empty optional differs from null. */
  static final class OfOptional<E> extends Codec<Optional<E>> {
    private final Codec<E> element;

    OfOptional(Codec<E> element) {
      super(Codecs.generic(Optional.class, element));
      this.element = element;
    }

    @Override
    public void write(MetaWriter writer, Optional<E> value) {
      writeAll(writer, value.map(List::of).orElse(List.of()), element);
    }

    @Override
    public Optional<E> read(MetaCursor cursor) {
      List<E> elements = readAll(cursor, new ArrayList<>(1), element, this);
      if (elements.size() > 1) {
        throw cursor.misfit(type().getTypeName(), "an array of " + elements.size());
      }
      return elements.isEmpty() ? Optional.empty() : Optional.of(elements.get(0));
    }
  }
}
