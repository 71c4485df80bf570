package dev.remora.it.callbacks;

/** A checked exception of a callback. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Refuses. */
  public Refused(String message) {
    super(message);
  }
}
