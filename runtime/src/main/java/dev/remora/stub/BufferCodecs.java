package dev.remora.stub;

import java.nio.ByteBuffer;

/** Bytes: an attachment beside the message, named by a {@code buffer} meta. */
final class BufferCodecs {

  private BufferCodecs() {}

  static void writeMeta(MetaWriter writer, ByteBuffer bytes) {
    writer.json().writeStartObject();
    writer.json().writeStringProperty("type", "buffer");
    writer.json().writeNumberProperty("attachment", writer.frame().attach(bytes));
    writer.json().writeEndObject();
  }

  /** The attachment's bytes, without a copy where the attachment has an array of its own. */
  static byte[] array(ByteBuffer attachment) {
    if (attachment.arrayOffset() == 0 && attachment.array().length == attachment.remaining()) {
      return attachment.array();
    }
    byte[] bytes = new byte[attachment.remaining()];
    attachment.duplicate().get(bytes);
    return bytes;
  }

  static final class BytesCodec extends Codec<byte[]> {
    BytesCodec() {
      super(byte[].class);
    }

    @Override
    public void write(MetaWriter writer, byte[] value) {
      writeMeta(writer, ByteBuffer.wrap(value));
    }

    @Override
    public byte[] read(MetaCursor cursor) {
      return array(cursor.attachment("a buffer"));
    }
  }

  static final class ByteBufferCodec extends Codec<ByteBuffer> {
    ByteBufferCodec() {
      super(ByteBuffer.class);
    }

    @Override
    public void write(MetaWriter writer, ByteBuffer value) {
      writeMeta(writer, value.duplicate());
    }

    @Override
    public ByteBuffer read(MetaCursor cursor) {
      return ByteBuffer.wrap(array(cursor.attachment("a buffer")));
    }
  }
}
