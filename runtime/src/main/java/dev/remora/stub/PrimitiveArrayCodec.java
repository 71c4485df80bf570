package dev.remora.stub;

import java.lang.reflect.Array;
import tools.jackson.core.JsonGenerator;

/** Arrays of primitives: an {@code array} meta of bare scalars; {@code char[]} as one string. */
final class PrimitiveArrayCodec<A> extends Codec<A> {
  private static final int FIRST_SIZE = 16;

  private final Class<A> arrayClass;
  private final Class<?> component;

  PrimitiveArrayCodec(Class<A> arrayClass) {
    super(arrayClass);
    this.arrayClass = arrayClass;
    this.component = arrayClass.getComponentType();
    if (component == null || !component.isPrimitive()) {
      throw new IllegalArgumentException(arrayClass.getName() + " is no array of primitives");
    }
  }

  @Override
  public void write(MetaWriter writer, A value) {
    if (value instanceof char[] chars) {
      writer.json().writeString(new String(chars));
      return;
    }
    writer.startArray();
    writeElements(writer.json(), value);
    writer.endArray();
  }

  private void writeElements(JsonGenerator json, A value) {
    if (value instanceof int[] ints) {
      for (int element : ints) {
        json.writeNumber(element);
      }
    } else if (value instanceof long[] longs) {
      for (long element : longs) {
        json.writeNumber(element);
      }
    } else if (value instanceof double[] doubles) {
      for (double element : doubles) {
        json.writeNumber(element);
      }
    } else if (value instanceof float[] floats) {
      for (float element : floats) {
        json.writeNumber(element);
      }
    } else if (value instanceof short[] shorts) {
      for (short element : shorts) {
        json.writeNumber((int) element);
      }
    } else if (value instanceof boolean[] booleans) {
      for (boolean element : booleans) {
        json.writeBoolean(element);
      }
    } else {
      throw new IllegalArgumentException("an array of " + component + " crosses as a buffer");
    }
  }

  @Override
  public A read(MetaCursor cursor) {
    if (component == char.class) {
      return arrayClass.cast(Scalars.string(cursor, "a char[]").toCharArray());
    }
    cursor.openArray("array", arrayClass.getTypeName());
    Object array = Array.newInstance(component, FIRST_SIZE);
    int length = 0;
    while (cursor.hasMore()) {
      if (length == Array.getLength(array)) {
        array = resized(array, length, length * 2);
      }
      readElement(cursor, array, length++);
    }
    cursor.close();
    return arrayClass.cast(resized(array, length, length));
  }

  private static void readElement(MetaCursor cursor, Object array, int index) {
    if (array instanceof int[] ints) {
      ints[index] = (int) Scalars.integral(cursor, Integer.MIN_VALUE, Integer.MAX_VALUE, "an int");
    } else if (array instanceof long[] longs) {
      longs[index] = Scalars.integral(cursor, Long.MIN_VALUE, Long.MAX_VALUE, "a long");
    } else if (array instanceof double[] doubles) {
      doubles[index] = Scalars.floating64(cursor);
    } else if (array instanceof float[] floats) {
      floats[index] = Scalars.floating32(cursor);
    } else if (array instanceof short[] shorts) {
      shorts[index] = (short) Scalars.integral(cursor, Short.MIN_VALUE, Short.MAX_VALUE, "a short");
    } else if (array instanceof boolean[] booleans) {
      booleans[index] = Scalars.bool(cursor);
    }
  }

  private Object resized(Object array, int filled, int length) {
    Object resized = Array.newInstance(component, length);
    System.arraycopy(array, 0, resized, 0, filled);
    return resized;
  }
}
