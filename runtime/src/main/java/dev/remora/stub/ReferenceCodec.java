package dev.remora.stub;

import dev.remora.EncodingException;

/** Objects of one interface of a family, by reference. */
final class ReferenceCodec<T> extends Codec<T> {
  private final InterfaceFamily family;
  private final Class<T> declared;

  ReferenceCodec(InterfaceFamily family, Class<T> declared) {
    super(declared);
    this.family = family;
    this.declared = declared;
  }

  @Override
  public void write(MetaWriter writer, T value) {
    if (!family.writeReference(writer, declared, value)) {
      throw new EncodingException(
          "only stubs can go home as %s, and %s is none: pass what the main process gave out"
              .formatted(declared.getName(), value.getClass().getName()));
    }
  }

  @Override
  public T read(MetaCursor cursor) {
    return family.readReference(cursor, declared);
  }
}
