package dev.remora.it.values;

/** A record that checks itself. */
public record Point(int x, long y, double z) {
  /** Refuses what no point is. */
  public Point {
    if (x < 0) {
      throw new IllegalArgumentException("x must not be negative");
    }
  }
}
