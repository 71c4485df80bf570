package dev.remora.stub;

import dev.remora.EncodingException;

/** Classes of the closed set of dynamic values, by name: nothing is loaded. */
final class ClassCodec extends Codec<Class<?>> {
  private final InterfaceFamily family;

  ClassCodec(InterfaceFamily family) {
    super(Class.class);
    this.family = family;
  }

  @Override
  public void write(MetaWriter writer, Class<?> value) {
    String name = value.getTypeName();
    if (DynamicTypes.find(name, family) != value) {
      throw new EncodingException(
          "the class %s cannot cross: it is neither a listed interface nor one of the values of docs/protocol.md#dynamic-values; list it in @RemoteInterfaces, or pass one of these"
              .formatted(name));
    }
    writer.json().writeString(name);
  }

  @Override
  public Class<?> read(MetaCursor cursor) {
    String name = Scalars.string(cursor, "a class");
    Class<?> type = DynamicTypes.find(name, family);
    if (type == null) {
      throw cursor.misfit("a class of the closed set of dynamic values", "'" + name + "'");
    }
    return type;
  }
}
