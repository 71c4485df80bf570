package dev.remora.stub;

import tools.jackson.core.JsonGenerator;

/**
 * Functions by reference: a {@code function} meta from the side that has the function, a {@code
 * remote-object} meta on its way home.
 */
final class FunctionCodec<F> extends Codec<F> {
  private final FunctionType<F> function;

  FunctionCodec(FunctionType<F> function) {
    super(function.type());
    this.function = function;
  }

  @Override
  public void write(MetaWriter writer, F value) {
    References references = writer.references();
    JsonGenerator json = writer.json();
    if (value instanceof RemoteFunction proxy && references.isHome(proxy)) {
      ObjectCodecs.writeStub(writer, proxy, function.type());
      return;
    }
    long id = references.give(function, value);
    writer.frame().given(id);
    json.writeStartObject();
    json.writeStringProperty("type", "function");
    json.writeNumberProperty("id", id);
    String origin = references.origin();
    if (!origin.isEmpty()) {
      json.writeStringProperty("location", origin);
    }
    json.writeEndObject();
  }

  @Override
  public F read(MetaCursor cursor) {
    String expected = "a function " + function.type().getName();
    if ("remote-object".equals(cursor.peekType())) {
      return cursor.references().find(function, cursor.reference("remote-object", "id", expected));
    }
    long id = cursor.reference("function", "id", expected);
    return cursor.references().arrived(function, id, cursor.location());
  }
}
