package dev.remora.stub;

import java.io.IOException;
import java.io.Reader;

/** A reader that the other process reads. */
final class GivenReader extends GivenStream {
  /** What one read brings at most. */
  static final int CHUNK = 16 << 10;

  private final Reader stream;

  GivenReader(StreamType<?> type, Reader stream, StreamOwner owner) {
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
      case "ready" -> {
        args.end();
        checkOpen();
        reply.writeBoolean(stream.ready());
      }
      default -> throw unknown(operation);
    }
  }

  private void read(int wanted, Reply reply) throws IOException {
    char[] chars = new char[wanted];
    int count = stream.read(chars, 0, wanted);
    if (count == 0) {
      // Against its contract; an empty chunk would be taken for the end.
      int one = stream.read();
      chars[0] = (char) one;
      count = one < 0 ? -1 : 1;
    }
    if (count < 0 && hasEnded()) {
      reply.writeNullableString(null);
    } else {
      reply.writeString(new String(chars, 0, Math.max(0, count)));
    }
  }

  @Override
  void close() throws IOException {
    stream.close();
  }
}
