package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * A call named an object that its context does not hold: never given to it, or given back.
 *
 * <p>The message says which object, and when and why it was released where that is still known
 * ({@code docs/protocol.md#ids}).
 */
public final class MissingObjectException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public MissingObjectException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public MissingObjectException(String message, @Nullable Throwable cause) {
    super(ErrorCode.MISSING_OBJECT, message, cause);
  }
}
