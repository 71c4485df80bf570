package dev.remora.stub;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * How a record crosses: a {@code value} meta with the JSON that databind would write, component by
 * component and without databind; generated code extends it.
 *
 * <p>Components may come in any order, those that are not known are passed over, and one that does
 * not come is null, as with databind; a primitive must come ({@code
 * docs/decisions/0014-records-have-codecs-of-their-own.md}).
 *
 * @param <T> the record
 */
public abstract class RecordCodec<T> extends Codec<T> {
  /** The place before the first component, for {@link #next}. */
  protected static final long START = 0;

  /** What {@link #next} gives behind the last component. */
  protected static final long END = -1;

  /** How many components may be primitives: a bit each has room beside the component's number. */
  private static final int INDEX_BITS = 16;

  private final Component[] components;

  /** The bits of the components that must come. */
  private final long required;

  /**
   * For generated codecs.
   *
   * @param type the record
   * @param names the names of its components, in order; primitives as {@link #required}
   */
  protected RecordCodec(Class<T> type, Name... names) {
    super(type);
    this.components = new Component[names.length];
    long bits = 0;
    int next = INDEX_BITS;
    for (int i = 0; i < names.length; i++) {
      long bit = names[i].isRequired() ? 1L << next++ : 0;
      components[i] = new Component(names[i].name(), new SerializedString(names[i].name()), bit);
      bits |= bit;
    }
    this.required = bits;
  }

  /**
   * The name of a component.
   *
   * @param name the name
   * @param isRequired whether it must come
   */
  protected record Name(String name, boolean isRequired) {}

  /**
   * A component.
   *
   * @param bit set when it has come, if it must come; else 0
   */
  private record Component(String name, SerializableString json, long bit) {}

  /**
   * A component that is null where it does not come.
   *
   * @param name its name
   * @return the name
   */
  protected static Name component(String name) {
    return new Name(name, false);
  }

  /**
   * A component that must come.
   *
   * @param name its name
   * @return the name
   */
  protected static Name required(String name) {
    return new Name(name, true);
  }

  /**
   * Writes all components.
   *
   * @param to where to
   * @param value the record
   */
  protected abstract void writeComponents(MetaWriter to, T value);

  /**
   * Reads all components, and makes the record of them.
   *
   * @param from where from
   * @return the record
   */
  protected abstract T readComponents(MetaCursor from);

  @Override
  public final void write(MetaWriter writer, T value) {
    JsonGenerator json = writer.json();
    json.writeStartObject();
    json.writeStringProperty("type", "value");
    json.writeName("value");
    writeObject(writer, value);
    json.writeEndObject();
  }

  /** Writes the record without a meta around it. */
  final void writeObject(MetaWriter writer, T value) {
    writer.json().writeStartObject();
    writeComponents(writer, value);
    writer.json().writeEndObject();
  }

  @Override
  public final T read(MetaCursor cursor) {
    boolean wrapped = cursor.openScalar(type().getTypeName());
    T value = readObject(cursor);
    if (wrapped) {
      cursor.close();
    }
    return value;
  }

  /** Reads the record whose object has just begun. */
  final T readObject(MetaCursor cursor) {
    if (cursor.json().currentToken() != JsonToken.START_OBJECT) {
      throw cursor.misfit(type().getTypeName(), null);
    }
    String outer = cursor.enterComponent("");
    T value = readComponents(cursor);
    cursor.enterComponent(outer);
    return value;
  }

  /**
   * Moves on to the next component that is known.
   *
   * @param from where from
   * @param place the place before: {@link #START}, or what this gave last
   * @return the component's place, or {@link #END}
   */
  protected final long next(MetaCursor from, long place) {
    JsonParser json = from.json();
    for (String found = json.nextName(); found != null; found = json.nextName()) {
      int component = find(found, componentAt(place) + 1);
      if (component >= 0) {
        from.enterComponent(found);
        long seen = place >>> INDEX_BITS << INDEX_BITS;
        return seen | components[component].bit() | (component + 1);
      }
      json.nextToken();
      json.skipChildren();
    }
    checkComplete(from, place);
    return END;
  }

  /**
   * The number of a component.
   *
   * @param place its place
   * @return its number, from 0
   */
  protected static int componentAt(long place) {
    return (int) (place & ((1 << INDEX_BITS) - 1)) - 1;
  }

  /** Nearly always they come in order. */
  private int find(String name, int likely) {
    if (likely < components.length && components[likely].name().equals(name)) {
      return likely;
    }
    for (int i = 0; i < components.length; i++) {
      if (components[i].name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void checkComplete(MetaCursor from, long place) {
    long missing = required & ~place;
    for (Component component : components) {
      if ((component.bit() & missing) != 0) {
        from.enterComponent(component.name());
        throw from.misfit("there, as a primitive of " + type().getTypeName(), "missing");
      }
    }
  }

  /**
   * What a component is that has not come: null, which whoever wrote the record must expect.
   *
   * @param <V> its type
   * @return null
   */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // see above
  protected static <V> V absent() {
    return null;
  }

  /**
   * What a component is that has not come, or was null: null, but for optionals.
   *
   * @param <V> its type
   * @param codec the component's
   * @return null, or an empty optional
   */
  protected static <V> V absent(Codec<V> codec) {
    return codec instanceof RecordComponents.ByDatabind<V> byDatabind
        ? byDatabind.absent()
        : absent();
  }

  private JsonGenerator at(MetaWriter to, int component) {
    return to.json().writeName(components[component].json());
  }

  /** Writes a component, by its number. */
  protected final void writeBoolean(MetaWriter to, int component, boolean value) {
    at(to, component).writeBoolean(value);
  }

  /** Writes a component, by its number. */
  protected final void writeByte(MetaWriter to, int component, byte value) {
    at(to, component).writeNumber((int) value);
  }

  /** Writes a component, by its number. */
  protected final void writeShort(MetaWriter to, int component, short value) {
    at(to, component).writeNumber((int) value);
  }

  /** Writes a component, as a string of one UTF-16 unit. */
  protected final void writeChar(MetaWriter to, int component, char value) {
    at(to, component).writeString(String.valueOf(value));
  }

  /** Writes a component, by its number. */
  protected final void writeInt(MetaWriter to, int component, int value) {
    at(to, component).writeNumber(value);
  }

  /** Writes a component, by its number. */
  protected final void writeLong(MetaWriter to, int component, long value) {
    at(to, component).writeNumber(value);
  }

  /** Writes a component, by its number. */
  protected final void writeFloat(MetaWriter to, int component, float value) {
    at(to, component).writeNumber(value);
  }

  /** Writes a component, by its number. */
  protected final void writeDouble(MetaWriter to, int component, double value) {
    at(to, component).writeNumber(value);
  }

  /**
   * Writes a component that may be null.
   *
   * @param <V> its type
   * @param to where to
   * @param component its number
   * @param codec writes it, as it stands inside of a record
   * @param value its value, or null
   */
  protected final <V> void write(MetaWriter to, int component, Codec<V> codec, @Nullable V value) {
    JsonGenerator json = at(to, component);
    if (value == null) {
      json.writeNull();
    } else {
      codec.write(to, value);
    }
  }

  /** Reads the component that the cursor stands before. */
  protected static boolean readBoolean(MetaCursor from) {
    return Scalars.bool(from);
  }

  /** Reads the component that the cursor stands before. */
  protected static byte readByte(MetaCursor from) {
    return (byte) Scalars.integral(from, Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte");
  }

  /** Reads the component that the cursor stands before. */
  protected static short readShort(MetaCursor from) {
    return (short) Scalars.integral(from, Short.MIN_VALUE, Short.MAX_VALUE, "a short");
  }

  /** Reads the component that the cursor stands before. */
  protected static char readChar(MetaCursor from) {
    return Scalars.character(from);
  }

  /** Reads the component that the cursor stands before. */
  protected static int readInt(MetaCursor from) {
    return (int) Scalars.integral(from, Integer.MIN_VALUE, Integer.MAX_VALUE, "an int");
  }

  /** Reads the component that the cursor stands before. */
  protected static long readLong(MetaCursor from) {
    return Scalars.integral(from, Long.MIN_VALUE, Long.MAX_VALUE, "a long");
  }

  /** Reads the component that the cursor stands before. */
  protected static float readFloat(MetaCursor from) {
    return Scalars.floating32(from);
  }

  /** Reads the component that the cursor stands before. */
  protected static double readDouble(MetaCursor from) {
    return Scalars.floating64(from);
  }

  /**
   * Reads a component that may be null.
   *
   * @param <V> its type
   * @param from where from
   * @param codec reads it, as it stands inside of a record
   * @return its value
   */
  protected static <V> V read(MetaCursor from, Codec<V> codec) {
    return from.nextIsNull() ? absent(codec) : codec.read(from);
  }

  /**
   * For the branch of a switch over components that cannot be reached.
   *
   * @param place where the generated code is
   * @return the exception to throw
   */
  protected final IllegalStateException unknown(long place) {
    return new IllegalStateException(type() + " has no component " + componentAt(place));
  }
}
