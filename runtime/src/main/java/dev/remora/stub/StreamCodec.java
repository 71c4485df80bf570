package dev.remora.stub;

import tools.jackson.core.JsonGenerator;

/**
 * Streams by reference: a {@code stream} meta from the side that has the stream, a {@code
 * remote-object} meta on its way home.
 */
final class StreamCodec<T> extends Codec<T> {
  private final StreamType<T> stream;

  StreamCodec(StreamType<T> stream) {
    super(stream.type());
    this.stream = stream;
  }

  @Override
  public void write(MetaWriter writer, T value) {
    References references = writer.references();
    RemoteStream remote = StreamViews.remote(value);
    if (remote != null && references.isHome(remote)) {
      ObjectCodecs.writeStub(writer, remote, stream.stream());
      return;
    }
    StreamOwner owner = writer instanceof Reply ? StreamOwner.RECEIVER : StreamOwner.SENDER;
    long id = references.give(stream, value, owner);
    writer.frame().given(id);
    JsonGenerator json = writer.json();
    json.writeStartObject();
    json.writeStringProperty("type", "stream");
    json.writeNumberProperty("id", id);
    if (owner == StreamOwner.SENDER) {
      json.writeBooleanProperty("lent", true);
    }
    json.writeEndObject();
  }

  @Override
  public T read(MetaCursor cursor) {
    String expected = "a stream " + stream;
    if ("remote-object".equals(cursor.peekType())) {
      return cursor.references().find(stream, cursor.reference("remote-object", "id", expected));
    }
    long id = cursor.reference("stream", "id", expected);
    StreamOwner owner = cursor.isLent() ? StreamOwner.SENDER : StreamOwner.RECEIVER;
    return cursor.references().arrived(stream, id, owner);
  }
}
