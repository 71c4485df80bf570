package dev.remora;

import org.jspecify.annotations.Nullable;

/**
 * A class that the annotation processor generates is not on the class path.
 *
 * <p>The message names the class and the compiler setting that is missing.
 */
public final class MissingGeneratedClassException extends RemoteException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the object, the member, the value and the way out
   */
  public MissingGeneratedClassException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with the failure below it.
   *
   * @param message names the object, the member, the value and the way out
   * @param cause the failure below, or null
   */
  public MissingGeneratedClassException(String message, @Nullable Throwable cause) {
    super(ErrorCode.MISSING_GENERATED_CLASS, message, cause);
  }
}
