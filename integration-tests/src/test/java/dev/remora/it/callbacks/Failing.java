package dev.remora.it.callbacks;

/** A value that holds a function, and fails when it is written. */
public record Failing(Runnable first, String second) {
  @Override
  public String second() {
    throw new IllegalStateException("no second");
  }
}
