package dev.remora.transport;

import dev.remora.wire.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * One stream of bytes in each direction.
 *
 * <p>One thread at a time reads, one at a time writes, and neither waits for the other. An
 * interrupt of a thread that reads, writes or waits never closes the link: user threads do all
 * three, and a connection is shared. The interrupt stays pending.
 */
public interface Link extends ByteSource, AutoCloseable {

  /**
   * Writes what the link takes now, without waiting for the peer to read.
   *
   * @param parts what to write, in order; their positions say how far it has come
   * @param from the first part
   * @param count how many parts
   * @return how many bytes were written; 0 if the peer must read first
   * @throws IOException if the link is closed or broken
   */
  long write(ByteBuffer[] parts, int from, int count) throws IOException;

  /**
   * Waits until the link takes bytes again, or is closed; by the thread that writes.
   *
   * @param most how long to wait at most; zero for without end
   * @throws IOException if the link is closed or broken
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  void awaitWritable(Duration most) throws IOException, InterruptedException;

  /**
   * Writes all bytes, waiting while the peer does not read.
   *
   * @param parts what to write, in order
   * @throws IOException if the link is closed or broken
   * @throws InterruptedException if the thread is interrupted while it waits; some may be written
   */
  default void writeAll(ByteBuffer... parts) throws IOException, InterruptedException {
    for (ByteBuffer part : parts) {
      while (part.hasRemaining()) {
        if (write(parts, 0, parts.length) == 0) {
          awaitWritable(Duration.ZERO);
        }
      }
    }
  }

  /**
   * Makes a way to wait for bytes; each thread that may wait at the same time has its own.
   *
   * @return a waiter, which ends with the link
   * @throws IOException if the link is closed or the system is out of descriptors
   */
  Readiness newReadiness() throws IOException;

  /**
   * Has a listener told once that a read would not come back empty-handed, without a thread that
   * waits; one listener at a time. A link that this side closes tells nobody.
   *
   * @param listener told by the thread that watches all idle links of this process, which must not
   *     be held up
   */
  void whenReadable(Runnable listener);

  /**
   * Closes the link in both directions; whoever waits on it wakes up. Any thread, any number of
   * times.
   */
  @Override
  void close();
}
