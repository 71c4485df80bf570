package dev.remora.stub;

import dev.remora.BadArgumentsException;
import dev.remora.log.LateLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stream of this process that the other one uses: runs its operations, each on the thread that
 * serves the call.
 *
 * <p>Two of them are equal where they are of one type and have one owner; of which stream they are,
 * the table in which they stand says.
 */
public abstract class GivenStream {
  private static final LateLogger LOG = new LateLogger(GivenStream.class);

  private final StreamType<?> type;
  private final StreamOwner owner;
  private final AtomicBoolean closed = new AtomicBoolean();

  GivenStream(StreamType<?> type, StreamOwner owner) {
    this.type = type;
    this.owner = owner;
  }

  /**
   * Runs an operation: reads its name and its arguments, and writes its result.
   *
   * @param args the arguments, the name first
   * @param reply takes the result
   * @throws Throwable what the stream throws
   */
  public final void run(MetaReader args, Reply reply) throws Throwable {
    String operation = args.readString();
    if (operation.equals("close")) {
      args.end();
      if (closed.compareAndSet(false, true)) {
        close();
      }
      reply.writeVoid();
    } else {
      run(operation, args, reply);
    }
  }

  /** Runs any operation but {@code close}. */
  abstract void run(String operation, MetaReader args, Reply reply) throws Throwable;

  /** Closes the stream itself. */
  abstract void close() throws Exception;

  final void checkOpen() throws IOException {
    if (closed.get()) {
      throw new IOException("Stream closed");
    }
  }

  final boolean isClosed() {
    return closed.get();
  }

  /**
   * The stream is at its end. A receiver's is closed; a sender's may have more later.
   *
   * @return whether it has ended for good
   */
  final boolean hasEnded() {
    if (owner == StreamOwner.SENDER) {
      return false;
    }
    closeUnused();
    return true;
  }

  /**
   * Whether the stream is to be closed when the other side has given it back.
   *
   * @return false if it is the sender's, or closed already
   */
  public final boolean isToBeClosed() {
    return owner == StreamOwner.RECEIVER && !closed.get();
  }

  /** Closes the stream, because the other side does not use it any more. */
  public final void closeUnused() {
    if (isToBeClosed() && closed.compareAndSet(false, true)) {
      try {
        close();
      } catch (Exception e) {
        LOG.get()
            .log(
                Level.WARNING, "a " + type + " could not be closed, which nobody uses any more", e);
      }
    }
  }

  /**
   * Whether a stream that was given as this can come home as a type.
   *
   * @param expected the type
   * @return true if the two are the same Java type
   */
  public final boolean isOf(StreamType<?> expected) {
    return type.type().equals(expected.type());
  }

  final BadArgumentsException unknown(String operation) {
    return new BadArgumentsException("a " + type + " has no operation '" + operation + "'");
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof GivenStream given && type.equals(given.type) && owner == given.owner;
  }

  @Override
  public final int hashCode() {
    return type.hashCode();
  }

  @Override
  public final String toString() {
    return type.toString();
  }
}
