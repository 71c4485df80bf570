package dev.remora.stub;

import java.lang.reflect.Type;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** What databind carries: a {@code value} meta around the JSON of a record or bean. */
final class ValueCodec<T> extends Codec<T> {
  private final ValueFunctions functions;

  ValueCodec(Type type, ValueFunctions functions) {
    super(type);
    this.functions = functions;
  }

  @Override
  public void write(MetaWriter writer, T value) {
    writer.json().writeStartObject();
    writer.json().writeStringProperty("type", "value");
    writer.json().writeName("value");
    ObjectWriter databind = writer.values().knowing(functions).writerFor(type());
    databind.withAttribute(Databind.META_WRITER, writer).writeValue(writer.json(), value);
    writer.json().writeEndObject();
  }

  @Override
  public T read(MetaCursor cursor) {
    boolean wrapped = cursor.openScalar(type().getTypeName());
    ObjectReader databind = cursor.values().knowing(functions).readerFor(type());
    T value = databind.withAttribute(Databind.META_CURSOR, cursor).readValue(cursor.json());
    if (value == null) {
      throw cursor.misfit(type().getTypeName(), "null");
    }
    if (wrapped) {
      cursor.close();
    }
    return value;
  }
}
