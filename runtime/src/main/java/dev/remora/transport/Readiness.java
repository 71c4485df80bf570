package dev.remora.transport;

import java.io.IOException;
import java.time.Duration;

/** Waits until a {@link Link} has something to read; used by one thread at a time. */
public interface Readiness extends AutoCloseable {

  /**
   * Waits until a read would not come back empty-handed: bytes, the end of the stream, or a
   * failure.
   *
   * @param most how long to wait at most; zero for without end
   * @throws IOException if the waiting itself fails
   * @throws InterruptedException if the thread is interrupted before or while it waits, and there
   *     is nothing to read
   */
  void await(Duration most) throws IOException, InterruptedException;

  /** Gives back what the waiting needs; nobody waits with it any more. Ends with the link too. */
  @Override
  void close();
}
