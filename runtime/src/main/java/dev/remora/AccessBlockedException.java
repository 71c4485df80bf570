package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The main process refuses: a filter blocked the require, or the class itself is not exported.
 *
 * <p>The message carries the reason that the filter gave.
 */
public final class AccessBlockedException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public AccessBlockedException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public AccessBlockedException(String message, @Nullable Throwable cause) {
    super(ErrorCode.ACCESS_BLOCKED, message, cause);
  }
}
