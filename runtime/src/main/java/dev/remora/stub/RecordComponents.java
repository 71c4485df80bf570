package dev.remora.stub;

import dev.remora.EncodingException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * The codecs of what stands inside of records: plain JSON, as databind writes it, and no metas.
 * Strings, boxes, enums and the text types are the same as elsewhere. Null may stand anywhere.
 */
public final class RecordComponents {
  private RecordComponents() {}

  /**
   * Lists; they arrive as lists that can be changed.
   *
   * @param <E> the elements
   * @param element the elements' codec
   * @return the list's codec
   */
  public static <E> Codec<List<E>> list(Codec<E> element) {
    return new OfCollection<>(List.class, element, ArrayList::new);
  }

  /**
   * Collections; they arrive as lists that can be changed.
   *
   * @param <E> the elements
   * @param element the elements' codec
   * @return the collection's codec
   */
  public static <E> Codec<Collection<E>> collection(Codec<E> element) {
    return new OfCollection<>(Collection.class, element, ArrayList::new);
  }

  /**
   * Sets, in their order; they arrive as sets that can be changed.
   *
   * @param <E> the elements
   * @param element the elements' codec
   * @return the set's codec
   */
  public static <E> Codec<Set<E>> set(Codec<E> element) {
    return new OfCollection<>(Set.class, element, LinkedHashSet::new);
  }

  /**
   * Maps from strings, in their order; they arrive as maps that can be changed.
   *
   * @param <V> the values
   * @param value the values' codec
   * @return the map's codec
   */
  public static <V> Codec<Map<String, V>> map(Codec<V> value) {
    return new OfMap<>(value);
  }

  /**
   * Records.
   *
   * @param <T> the record
   * @param type its class
   * @param codec its codec, asked for when the first one crosses: records may contain themselves
   * @return the codec of the record inside of another
   */
  public static <T> Codec<T> record(Class<T> type, Supplier<? extends RecordCodec<T>> codec) {
    return new OfRecord<>(type, codec);
  }

  /**
   * What databind alone knows how to carry.
   *
   * @param <T> the type
   * @param type its class
   * @return its codec
   */
  public static <T> Codec<T> databind(Class<T> type) {
    return new ByDatabind<>(type);
  }

  /**
   * What databind alone knows how to carry.
   *
   * @param <T> the type
   * @param elsewhere the codec of the type outside of records, of which only the type matters
   * @return its codec
   */
  public static <T> Codec<T> databind(Codec<T> elsewhere) {
    return new ByDatabind<>(elsewhere.type());
  }

  private static final class OfCollection<E, C extends Collection<E>> extends Codec<C> {
    private final Codec<E> element;
    private final Supplier<? extends C> empty;

    OfCollection(Class<?> raw, Codec<E> element, Supplier<? extends C> empty) {
      super(Codecs.generic(raw, element));
      this.element = element;
      this.empty = empty;
    }

    @Override
    public void write(MetaWriter writer, C value) {
      writer.json().writeStartArray();
      for (E each : value) {
        if (each == null) {
          writer.json().writeNull();
        } else {
          element.write(writer, each);
        }
      }
      writer.json().writeEndArray();
    }

    @Override
    public C read(MetaCursor cursor) {
      if (cursor.takeValue() != JsonToken.START_ARRAY) {
        throw cursor.misfit(type().getTypeName(), null);
      }
      C read = empty.get();
      while (cursor.hasMore()) {
        read.add(cursor.isNull() ? RecordCodec.absent() : element.read(cursor));
      }
      return read;
    }
  }

  private static final class OfMap<V> extends Codec<Map<String, V>> {
    private final Codec<V> value;

    OfMap(Codec<V> value) {
      super(Codecs.generic(Map.class, Codecs.STRING, value));
      this.value = value;
    }

    @Override
    public void write(MetaWriter writer, Map<String, V> map) {
      JsonGenerator json = writer.json();
      json.writeStartObject();
      map.forEach(
          (key, each) -> {
            if (key == null) {
              throw new EncodingException("a map has the key null, which JSON has not");
            }
            json.writeName(key);
            if (each == null) {
              json.writeNull();
            } else {
              value.write(writer, each);
            }
          });
      json.writeEndObject();
    }

    @Override
    public Map<String, V> read(MetaCursor cursor) {
      if (cursor.takeValue() != JsonToken.START_OBJECT) {
        throw cursor.misfit(type().getTypeName(), null);
      }
      Map<String, V> read = new LinkedHashMap<>();
      for (String key = cursor.json().nextName(); key != null; key = cursor.json().nextName()) {
        read.put(key, RecordCodec.read(cursor, value));
      }
      return read;
    }
  }

  private static final class OfRecord<T> extends Codec<T> {
    private final Supplier<? extends RecordCodec<T>> codec;

    OfRecord(Class<T> type, Supplier<? extends RecordCodec<T>> codec) {
      super(type);
      this.codec = codec;
    }

    @Override
    public void write(MetaWriter writer, T value) {
      codec.get().writeObject(writer, value);
    }

    @Override
    public T read(MetaCursor cursor) {
      cursor.takeValue();
      return codec.get().readObject(cursor);
    }
  }

  /** What databind carries, in the place of a component. */
  static final class ByDatabind<T> extends Codec<T> {
    ByDatabind(Type type) {
      super(type);
    }

    /** As databind has it: an optional that is empty is null in JSON. */
    @SuppressWarnings("unchecked") // T is an optional of something, and an empty one is of all
    T absent() {
      boolean isOptional =
          type() instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
      return isOptional ? (T) Optional.empty() : RecordCodec.absent();
    }

    @Override
    public void write(MetaWriter writer, T value) {
      // As databind goes by an object's class, where no type arguments are needed to know it.
      Type known = type() instanceof Class ? value.getClass() : type();
      ObjectWriter databind = writer.values().knowing(ValueFunctions.NONE).writerFor(known);
      databind.withAttribute(Databind.META_WRITER, writer).writeValue(writer.json(), value);
    }

    @Override
    public T read(MetaCursor cursor) {
      cursor.takeValue();
      ObjectReader databind = cursor.values().knowing(ValueFunctions.NONE).readerFor(type());
      return databind.withAttribute(Databind.META_CURSOR, cursor).readValue(cursor.json());
    }
  }
}
