package dev.remora.stub;

import dev.remora.DisconnectedException;
import dev.remora.RemoteException;
import dev.remora.RemoteInvocationException;
import dev.remora.wire.Command;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A stream of the other process as this context holds it. The Java stream that stands for it and
 * this live and die together; when both are collected, the references are given back.
 */
public final class RemoteStream extends RemoteStub {
  private final StreamOwner owner;
  private final Object view;
  private volatile State state = State.OPEN;

  private enum State {
    OPEN,
    /** At its end for good: its owner has closed it. */
    ENDED,
    CLOSED
  }

  /**
   * For the session.
   *
   * @param reference the stream
   * @param type its type
   * @param owner whose it is
   */
  public RemoteStream(RemoteReference reference, StreamType<?> type, StreamOwner owner) {
    super(reference);
    this.owner = owner;
    this.view = type.view().apply(this);
  }

  /** The Java stream that stands for it. */
  Object view() {
    return view;
  }

  /**
   * What was written to it and not sent yet; for the session.
   *
   * @return the output, or null where nothing is written
   */
  public @Nullable UnsentOutput unsent() {
    return view instanceof StreamView stream ? stream.unsent() : null;
  }

  /**
   * Whether what is read is to be exactly what was asked for, because the sender may go on reading.
   */
  boolean isLent() {
    return owner == StreamOwner.SENDER;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  void checkNotClosed() throws IOException {
    if (isClosed()) {
      throw new IOException("Stream closed");
    }
  }

  /** Starts an operation; its further arguments are next. */
  RemoteCall start(String operation) {
    RemoteCall call = reference.calls().start(Command.FUNCTION_CALL, this, operation);
    call.wrapArgs().writeString(operation);
    return call;
  }

  /** It has ended for good, and its owner has closed it. */
  void ended() {
    if (state == State.OPEN) {
      state = State.ENDED;
    }
    reference.calls().release(this);
  }

  /** Closes it, once: at its owner too, unless that has closed it at its end. */
  void close() {
    State before = state;
    if (before == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    if (before == State.ENDED) {
      return;
    }
    try (RemoteCall call = start("close")) {
      call.invoke().readVoid();
    } finally {
      reference.calls().release(this);
    }
  }

  /** Closes what is read: the other side closes what a context has, as that ends. */
  void closeInput() throws IOException {
    try {
      close();
    } catch (DisconnectedException e) {
      // It is closed.
    } catch (RemoteException e) {
      throw failed(e);
    }
  }

  /** Closes what is written, once it has got what was not sent yet. */
  void closeOutput(UnsentOutput output) throws IOException {
    if (isClosed()) {
      return;
    }
    try {
      output.send();
    } catch (IOException | RuntimeException e) {
      try {
        close();
      } catch (RuntimeException also) {
        e.addSuppressed(also);
      }
      throw e;
    }
    try {
      close();
    } catch (RemoteException e) {
      throw failed(e);
    }
  }

  /** Has output sent before the call is answered that this thread serves, if it serves one. */
  void sendBeforeAnswer(UnsentOutput output) {
    reference.calls().sendBeforeAnswer(output);
  }

  /**
   * What a failed operation throws: the stream's own exception, or an {@code IOException} about the
   * call.
   */
  IOException failed(RemoteException e) throws IOException {
    if (e instanceof RemoteInvocationException image) {
      throw image.rethrowAs(IOException.class, IOException::new);
    }
    return new IOException(e.getMessage(), e);
  }
}
