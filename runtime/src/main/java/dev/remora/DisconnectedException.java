package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The other process is gone, or the connection was closed; what was under way has failed.
 *
 * <p>Whether a call that failed this way has run in the main process is not known.
 */
public final class DisconnectedException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public DisconnectedException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public DisconnectedException(String message, @Nullable Throwable cause) {
    super(ErrorCode.DISCONNECTED, message, cause);
  }
}
