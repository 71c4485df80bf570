package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * A call was not answered in time; the other side has been told to give it up.
 *
 * <p>Whether it has run there is not known. A late answer is thrown away, and what came with it is
 * given back.
 */
public final class CallTimeoutException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public CallTimeoutException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public CallTimeoutException(String message, @Nullable Throwable cause) {
    super(ErrorCode.TIMEOUT, message, cause);
  }
}
