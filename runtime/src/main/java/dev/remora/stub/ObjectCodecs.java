package dev.remora.stub;

import dev.remora.EncodingException;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/**
 * Objects by reference: {@code object} metas from main, {@code remote-object} metas on their way
 * home.
 */
final class ObjectCodecs {

  private ObjectCodecs() {}

  /** As its most specific listed type, so that it has one id through whichever type it is sent. */
  static <T> void writeObject(MetaWriter writer, Dispatcher<T> declared, T object) {
    writeAs(writer, declared.dispatcherFor(object), object);
  }

  private static <T> void writeAs(MetaWriter writer, Dispatcher<T> dispatcher, Object object) {
    write(writer, dispatcher, dispatcher.type().cast(object));
  }

  private static <T> void write(MetaWriter writer, Dispatcher<T> dispatcher, T object) {
    long id = writer.references().give(dispatcher, object);
    writer.frame().given(id);
    JsonGenerator json = writer.json();
    json.writeStartObject();
    json.writeStringProperty("type", "object");
    json.writeStringProperty("name", dispatcher.module());
    json.writeNumberProperty("id", id);
    json.writeEndObject();
  }

  static void writeStub(MetaWriter writer, Object stub, Class<?> declared) {
    if (!(stub instanceof RemoteStub remote)) {
      throw new EncodingException(
          "only stubs can go home as %s, and %s is none: pass what the main process gave out"
              .formatted(declared.getName(), stub.getClass().getName()));
    }
    RemoteStub.inUse(remote);
    writer.frame().keep(remote);
    long id = writer.references().sendHome(remote);
    JsonGenerator json = writer.json();
    json.writeStartObject();
    json.writeStringProperty("type", "remote-object");
    json.writeNumberProperty("id", id);
    json.writeEndObject();
  }

  static <T> T readOwned(MetaCursor cursor, Dispatcher<T> dispatcher) {
    long id = cursor.reference("remote-object", "id", "a stub of " + dispatcher.module());
    return cursor.references().find(dispatcher, id);
  }

  static RemoteStub readStub(MetaCursor cursor, StubType<?> declared) {
    String expected = "an object of " + declared.module();
    if (declared.subtypes().get().isEmpty()) {
      return cursor.references().arrived(declared, cursor.reference("object", "id", expected));
    }
    long id = cursor.namedReference(expected);
    return cursor.references().arrived(declared.ofModule(cursor.name()), id);
  }

  /** Main side. */
  static final class OwnedCodec<T> extends Codec<T> {
    private final Supplier<? extends Dispatcher<T>> dispatcher;

    OwnedCodec(Class<T> type, Supplier<? extends Dispatcher<T>> dispatcher) {
      super(type);
      this.dispatcher = dispatcher;
    }

    @Override
    public void write(MetaWriter writer, T value) {
      writeObject(writer, dispatcher.get(), value);
    }

    @Override
    public T read(MetaCursor cursor) {
      return readOwned(cursor, dispatcher.get());
    }
  }

  /** Renderer side; {@code T} is the stub's class or the module interface that it implements. */
  static final class StubCodec<T> extends Codec<T> {
    private final Class<T> declared;
    private final Supplier<? extends StubType<?>> type;

    StubCodec(Class<T> declared, Supplier<? extends StubType<?>> type) {
      super(declared);
      this.declared = declared;
      this.type = type;
    }

    @Override
    public void write(MetaWriter writer, T value) {
      writeStub(writer, value, declared);
    }

    @Override
    public T read(MetaCursor cursor) {
      return declared.cast(readStub(cursor, type.get()));
    }
  }
}
