package dev.remora.stub;

import dev.remora.stub.TextValues.TextValue;

/** A value that crosses as one string. */
final class TextCodec<T> extends Codec<T> {
  private final TextValue<T> text;

  TextCodec(TextValue<T> text) {
    super(text.type());
    this.text = text;
  }

  @Override
  public void write(MetaWriter writer, T value) {
    writer.json().writeString(print(value));
  }

  @Override
  public T read(MetaCursor cursor) {
    return parse(Scalars.string(cursor, "a " + text.type().getSimpleName()));
  }

  String print(T value) {
    return text.print().apply(value);
  }

  T parse(String printed) {
    return text.parse().apply(printed);
  }
}
