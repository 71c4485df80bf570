package dev.remora.stub;

import dev.remora.stub.TextValues.TextValue;
import org.jspecify.annotations.Nullable;

/** A value that crosses as one string. */
final class TextCodec<T> extends Codec<T> {
  private final Class<T> valueClass;

  /** Found when the first value crosses, as most processes use few of these codecs. */
  private @Nullable TextValue<T> found;

  /** A codec of one of the table's types. */
  TextCodec(Class<T> valueClass) {
    super(valueClass);
    this.valueClass = valueClass;
  }

  @Override
  public void write(MetaWriter writer, T value) {
    writer.json().writeString(print(value));
  }

  @Override
  public T read(MetaCursor cursor) {
    return parse(Scalars.string(cursor, "a " + valueClass.getSimpleName()));
  }

  String print(T value) {
    return text().print().apply(value);
  }

  T parse(String printed) {
    return text().parse().apply(printed);
  }

  /** Two threads that look at the same time find the same. */
  private TextValue<T> text() {
    TextValue<T> text = found;
    if (text == null) {
      text = TextValues.of(valueClass);
      found = text;
    }
    return text;
  }
}
