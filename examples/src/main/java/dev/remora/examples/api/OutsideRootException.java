package dev.remora.examples.api;

import java.io.IOException;

/** A path leads out of the directory that is served. Declared, so it arrives as itself. */
public final class OutsideRootException extends IOException {
  private static final long serialVersionUID = 1L;

  public OutsideRootException(String message) {
    super(message);
  }
}
