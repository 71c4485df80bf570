package dev.remora.stub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** An input stream that the other process reads. */
final class GivenInput extends GivenStream {
  /** What one read brings at most. */
  static final int CHUNK = 64 << 10;

  private final InputStream stream;

  GivenInput(StreamType<?> type, InputStream stream, StreamOwner owner) {
    super(type, owner);
    this.stream = stream;
  }

  @Override
  void run(String operation, MetaReader args, Reply reply) throws IOException {
    switch (operation) {
      case "read" -> {
        int wanted = args.readInt();
        args.end();
        checkOpen();
        read(Math.max(1, Math.min(wanted, CHUNK)), reply);
      }
      case "skip" -> {
        long count = args.readLong();
        args.end();
        checkOpen();
        reply.writeLong(stream.skip(count));
      }
      case "available" -> {
        args.end();
        checkOpen();
        reply.writeInt(stream.available());
      }
      default -> throw unknown(operation);
    }
  }

  private void read(int wanted, Reply reply) throws IOException {
    byte[] bytes = new byte[wanted];
    int count = stream.read(bytes, 0, wanted);
    if (count == 0) {
      // Against its contract; an empty chunk would be taken for the end.
      int one = stream.read();
      bytes[0] = (byte) one;
      count = one < 0 ? -1 : 1;
    }
    if (count < 0 && hasEnded()) {
      reply.writeNullable(Codecs.BYTE_BUFFER, null);
    } else {
      reply.write(Codecs.BYTE_BUFFER, ByteBuffer.wrap(bytes, 0, Math.max(0, count)));
    }
  }

  @Override
  void close() throws IOException {
    stream.close();
  }
}
