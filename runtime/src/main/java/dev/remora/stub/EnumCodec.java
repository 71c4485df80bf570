package dev.remora.stub;

/**
 * Enums cross by constant name, whatever {@code toString} says and whether or not constants have
 * bodies.
 */
final class EnumCodec<E extends Enum<E>> extends Codec<E> {
  private final Class<E> enumClass;

  EnumCodec(Class<E> enumClass) {
    super(enumClass);
    this.enumClass = enumClass;
  }

  @Override
  public void write(MetaWriter writer, E value) {
    writer.json().writeString(value.name());
  }

  @Override
  public E read(MetaCursor cursor) {
    return Enum.valueOf(enumClass, Scalars.string(cursor, "a constant of " + enumClass.getName()));
  }
}
