package dev.remora.stub;

/** Strings and boxes: JSON scalars in short form. */
final class ScalarCodecs {

  private ScalarCodecs() {}

  static final class StringCodec extends Codec<String> {
    StringCodec() {
      super(String.class);
    }

    @Override
    public void write(MetaWriter writer, String value) {
      writer.json().writeString(value);
    }

    @Override
    public String read(MetaCursor cursor) {
      return Scalars.string(cursor, "a string");
    }
  }

  static final class BooleanCodec extends Codec<Boolean> {
    BooleanCodec() {
      super(Boolean.class);
    }

    @Override
    public void write(MetaWriter writer, Boolean value) {
      writer.json().writeBoolean(value);
    }

    @Override
    public Boolean read(MetaCursor cursor) {
      return Scalars.bool(cursor);
    }
  }

  static final class ByteCodec extends Codec<Byte> {
    ByteCodec() {
      super(Byte.class);
    }

    @Override
    public void write(MetaWriter writer, Byte value) {
      writer.json().writeNumber((int) value);
    }

    @Override
    public Byte read(MetaCursor cursor) {
      return (byte) Scalars.integral(cursor, Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte");
    }
  }

  static final class ShortCodec extends Codec<Short> {
    ShortCodec() {
      super(Short.class);
    }

    @Override
    public void write(MetaWriter writer, Short value) {
      writer.json().writeNumber((int) value);
    }

    @Override
    public Short read(MetaCursor cursor) {
      return (short) Scalars.integral(cursor, Short.MIN_VALUE, Short.MAX_VALUE, "a short");
    }
  }

  static final class CharacterCodec extends Codec<Character> {
    CharacterCodec() {
      super(Character.class);
    }

    @Override
    public void write(MetaWriter writer, Character value) {
      writer.json().writeString(value.toString());
    }

    @Override
    public Character read(MetaCursor cursor) {
      return Scalars.character(cursor);
    }
  }

  static final class IntegerCodec extends Codec<Integer> {
    IntegerCodec() {
      super(Integer.class);
    }

    @Override
    public void write(MetaWriter writer, Integer value) {
      writer.json().writeNumber((int) value);
    }

    @Override
    public Integer read(MetaCursor cursor) {
      return (int) Scalars.integral(cursor, Integer.MIN_VALUE, Integer.MAX_VALUE, "an int");
    }
  }

  static final class LongCodec extends Codec<Long> {
    LongCodec() {
      super(Long.class);
    }

    @Override
    public void write(MetaWriter writer, Long value) {
      writer.json().writeNumber((long) value);
    }

    @Override
    public Long read(MetaCursor cursor) {
      return Scalars.integral(cursor, Long.MIN_VALUE, Long.MAX_VALUE, "a long");
    }
  }

  static final class FloatCodec extends Codec<Float> {
    FloatCodec() {
      super(Float.class);
    }

    @Override
    public void write(MetaWriter writer, Float value) {
      writer.json().writeNumber((float) value);
    }

    @Override
    public Float read(MetaCursor cursor) {
      return Scalars.floating32(cursor);
    }
  }

  static final class DoubleCodec extends Codec<Double> {
    DoubleCodec() {
      super(Double.class);
    }

    @Override
    public void write(MetaWriter writer, Double value) {
      writer.json().writeNumber((double) value);
    }

    @Override
    public Double read(MetaCursor cursor) {
      return Scalars.floating64(cursor);
    }
  }
}
