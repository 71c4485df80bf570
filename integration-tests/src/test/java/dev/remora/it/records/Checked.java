package dev.remora.it.records;

/** A record that does not take everything. */
public record Checked(int percent) {

  /** Checks the bounds. */
  public Checked {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("percent is " + percent);
    }
  }
}
