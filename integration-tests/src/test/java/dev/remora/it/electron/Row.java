package dev.remora.it.electron;

/** By value. */
public record Row(int number, String name, boolean even, double half) {
  /** Row {@code number}. */
  static Row numbered(int number) {
    return new Row(number, "row " + number, number % 2 == 0, number / 2.0);
  }
}
