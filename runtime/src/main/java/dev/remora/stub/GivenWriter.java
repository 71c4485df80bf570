package dev.remora.stub;

import java.io.IOException;
import java.io.Writer;

/** A writer that the other process writes. */
final class GivenWriter extends GivenStream {
  private final Writer stream;

  GivenWriter(StreamType<?> type, Writer stream, StreamOwner owner) {
    super(type, owner);
    this.stream = stream;
  }

  @Override
  void run(String operation, MetaReader args, Reply reply) throws IOException {
    switch (operation) {
      case "write" -> {
        String text = args.readString();
        args.end();
        checkOpen();
        stream.write(text);
      }
      case "flush" -> {
        args.end();
        checkOpen();
        stream.flush();
      }
      default -> throw unknown(operation);
    }
    reply.writeVoid();
  }

  @Override
  void close() throws IOException {
    stream.close();
  }
}
