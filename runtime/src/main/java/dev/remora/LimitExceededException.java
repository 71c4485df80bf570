package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * A limit of {@link Limits} was exceeded.
 *
 * <p>The message names the limit, its value and what exceeded it.
 */
public final class LimitExceededException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public LimitExceededException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public LimitExceededException(String message, @Nullable Throwable cause) {
    super(ErrorCode.LIMIT_EXCEEDED, message, cause);
  }
}
