package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The connection was refused: another protocol or version, a missing or wrong token, or no answer
 * in time.
 *
 * <p>The message carries the reason that the main process gave.
 */
public final class HandshakeException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public HandshakeException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public HandshakeException(String message, @Nullable Throwable cause) {
    super(ErrorCode.HANDSHAKE, message, cause);
  }
}
