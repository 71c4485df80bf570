package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * No module of the required name is exported by the main process.
 *
 * <p>Modules exist for renderers only once {@code MainProcess.Builder.export} has named them.
 */
public final class NoSuchModuleException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public NoSuchModuleException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public NoSuchModuleException(String message, @Nullable Throwable cause) {
    super(ErrorCode.NO_SUCH_MODULE, message, cause);
  }
}
