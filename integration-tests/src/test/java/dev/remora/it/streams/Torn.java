package dev.remora.it.streams;

import java.io.IOException;

/** An exception of the user's own. */
public final class Torn extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates it. */
  public Torn(String message) {
    super(message);
  }
}
