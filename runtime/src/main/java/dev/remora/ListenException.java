package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The main process cannot listen, or a renderer cannot connect, at that address.
 *
 * <p>The message names the path, the reason and the way out.
 */
public final class ListenException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public ListenException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public ListenException(String message, @Nullable Throwable cause) {
    super(ErrorCode.LISTEN, message, cause);
  }
}
