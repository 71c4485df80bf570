package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * The renderer's stub and the main process's dispatcher were generated from different versions of a
 * module.
 *
 * <p>The message lists the members that differ.
 */
public final class ModuleMismatchException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public ModuleMismatchException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public ModuleMismatchException(String message, @Nullable Throwable cause) {
    super(ErrorCode.MODULE_MISMATCH, message, cause);
  }
}
