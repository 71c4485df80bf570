package dev.remora.stub;

import dev.remora.RemoteException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What was written to a stream of the other process, and not sent yet: a chunk at most. Any thread
 * may send; no lock is held meanwhile.
 */
public abstract class UnsentOutput {
  private final RemoteStream remote;
  private volatile @Nullable Exception failure;

  UnsentOutput(RemoteStream remote) {
    this.remote = remote;
  }

  /**
   * Sends it and waits; throws what an earlier {@link #sendAhead} has failed with, once.
   *
   * @throws IOException if the stream refuses it, or cannot be reached
   */
  public final void send() throws IOException {
    throwFailure();
    if (isEmpty()) {
      return;
    }
    try (RemoteCall call = remote.start("write")) {
      take(call.wrapArgs());
      call.invoke().readVoid();
    } catch (RemoteException e) {
      throw remote.failed(e);
    }
  }

  /** Sends it before something else is sent; the next operation of the stream throws a failure. */
  public final void sendAhead() {
    try {
      send();
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
  }

  private void throwFailure() throws IOException {
    Exception failed = failure;
    failure = null;
    if (failed instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failed instanceof IOException checked) {
      throw checked;
    }
  }

  abstract boolean isEmpty();

  /** Writes it as an argument; from then on it is empty. */
  abstract void take(MetaWriter args);
}
