package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The peer sent, or was sent, something that the protocol does not allow.
 *
 * <p>Two Remora peers of matching versions never see it; a foreign or damaged peer does.
 */
public final class ProtocolException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public ProtocolException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public ProtocolException(String message, @Nullable Throwable cause) {
    super(ErrorCode.PROTOCOL, message, cause);
  }
}
