package dev.remora.it.files;

import org.jspecify.annotations.Nullable;

/** A checked exception of the user's. */
public class QuotaException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates it. */
  public QuotaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
