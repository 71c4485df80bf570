package dev.remora.transport;

import java.io.IOException;

/** Where links come in; one thread accepts. */
public interface Listener extends AutoCloseable {

  /**
   * Waits for the next link.
   *
   * @return a connected link, the caller's to close
   * @throws IOException if the listener is closed or broken
   */
  Link accept() throws IOException;

  /** Stops listening; a thread in {@link #accept()} gets an exception. */
  @Override
  void close();
}
