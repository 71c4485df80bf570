package dev.remora.transport;

import java.io.IOException;
import java.time.Duration;

/** Waits until a {@link Link} has something to read; used by one thread at a time. */
public interface Readiness extends AutoCloseable {

  /**
   * Waits until a read would not come back empty-handed: bytes, the end of the stream, or a
   * failure; or until somebody wakes the thread.
   *
   * @param most how long to wait at most; zero for without end
   * @throws IOException if the waiting itself fails
   * @throws InterruptedException if the thread is interrupted before or while it waits, and there
   *     is nothing to read
   */
  void await(Duration most) throws IOException, InterruptedException;

  /**
   * Looks whether {@link #await} would come back at once.
   *
   * @return true if there is something to read, or somebody has woken the thread
   * @throws IOException if the looking itself fails
   */
  boolean isReady() throws IOException;

  /** Ends the present wait, or else the next one, although nothing may be there. Any thread. */
  void wake();

  /** Gives back what the waiting needs; nobody waits with it any more. Ends with the link too. */
  @Override
  void close();
}
