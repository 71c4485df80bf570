package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * A value could not be written: its getter threw, it is null where null may not stand, or it
 * belongs to another context.
 *
 * <p>Nothing of the message was sent, and the context goes on working.
 */
public final class EncodingException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public EncodingException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public EncodingException(String message, @Nullable Throwable cause) {
    super(ErrorCode.ENCODING, message, cause);
  }
}
