package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * A call was given up before its answer came: its thread was interrupted, or the other side did not
 * want it any more.
 *
 * <p>The interrupted thread still has its interrupt. Whether the call has run is not known, unless
 * the message says that it was not sent.
 */
public final class CallCancelledException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public CallCancelledException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public CallCancelledException(String message, @Nullable Throwable cause) {
    super(ErrorCode.CANCELLED, message, cause);
  }
}
