package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The module has no member of that name and kind.
 *
 * <p>Only generated members can be called; nothing is looked up by reflection.
 */
public final class NoSuchMemberException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public NoSuchMemberException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public NoSuchMemberException(String message, @Nullable Throwable cause) {
    super(ErrorCode.NO_SUCH_MEMBER, message, cause);
  }
}
