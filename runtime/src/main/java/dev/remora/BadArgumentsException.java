package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call do not fit the member: too few, too many, of the wrong type, or null
 * where null may not stand.
 *
 * <p>The member has not run.
 */
public final class BadArgumentsException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public BadArgumentsException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public BadArgumentsException(String message, @Nullable Throwable cause) {
    super(ErrorCode.BAD_ARGUMENTS, message, cause);
  }
}
