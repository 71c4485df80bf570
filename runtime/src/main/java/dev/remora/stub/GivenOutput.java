package dev.remora.stub;

import java.io.IOException;
import java.io.OutputStream;

/** An output stream that the other process writes. */
final class GivenOutput extends GivenStream {
  private final OutputStream stream;

  GivenOutput(StreamType<?> type, OutputStream stream, StreamOwner owner) {
    super(type, owner);
    this.stream = stream;
  }

  @Override
  void run(String operation, MetaReader args, Reply reply) throws IOException {
    switch (operation) {
      case "write" -> {
        byte[] bytes = args.read(Codecs.BYTES);
        args.end();
        checkOpen();
        stream.write(bytes);
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
