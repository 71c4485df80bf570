package dev.remora.benchmarks;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;

/**
 * The client's end of one system. What a system cannot do at all throws {@link
 * UnsupportedOperationException}.
 */
interface Peer extends AutoCloseable {

  /** One call with a number. Any thread. */
  int doubleIt(int x) throws Exception;

  /** One call with a record. */
  default Sample echo(Sample sample) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** One call with bytes. */
  default byte[] echo(byte[] bytes) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** A call that nobody waits for. */
  default CompletableFuture<Integer> doubleItLater(int x) throws Exception {
    throw new UnsupportedOperationException();
  }

  /**
   * {@code count} calls under way at once, for a system without calls; the bare socket writes them
   * together.
   *
   * @return false if the system has calls, which {@link #doubleItLater} makes
   */
  default boolean exchange(int count) throws Exception {
    return false;
  }

  /** A call during which the server calls back once. */
  default int nested(IntUnaryOperator callback, int x) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Makes an object in the server, calls it once, and lets go of it. */
  default int useObject(int x) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Makes objects in the server that stay; they live as long as what is returned. */
  default Object holdObjects(int count) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Asks the server for events from now on; each says when it was posted. */
  default void listen(LongConsumer listener, int count, int pauseMicros) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** A call that takes {@code millis} in the server. */
  default void sleep(int millis) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** A further scope, as cheap as the system has it; kept open until the process ends. */
  default Object openAnother() throws Exception {
    throw new UnsupportedOperationException();
  }

  @Override
  void close() throws IOException;
}
