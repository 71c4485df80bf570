package dev.remora.transport;

import dev.remora.wire.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One stream of bytes in each direction.
 *
 * <p>One thread at a time reads, one at a time writes, and neither waits for the other. An
 * interrupt of a thread that reads, writes or waits never closes the link: user threads do all
 * three, and a connection is shared. The interrupt stays pending.
 */
public interface Link extends ByteSource, AutoCloseable {

  /**
   * Writes all bytes, waiting while the peer does not read.
   *
   * @param parts what to write, in order
   * @throws IOException if the link is closed or broken
   */
  void write(List<ByteBuffer> parts) throws IOException;

  /**
   * Makes a way to wait for bytes; each thread that may wait at the same time has its own.
   *
   * @return a waiter, which ends with the link
   * @throws IOException if the link is closed or the system is out of descriptors
   */
  Readiness newReadiness() throws IOException;

  /**
   * Closes the link in both directions; whoever waits on it wakes up. Any thread, any number of
   * times.
   */
  @Override
  void close();
}
