package dev.remora.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where a {@link FrameReader} takes its bytes from. */
@FunctionalInterface
public interface ByteSource {

  /**
   * Reads what is there, without waiting for it.
   *
   * @param target takes the bytes
   * @return how many came; 0 if there are none now, -1 at the end of the stream
   * @throws IOException if the stream is broken
   */
  int read(ByteBuffer target) throws IOException;
}
