package dev.remora.it.streams;

/** An element, by value. */
public record Item(int number, String text) {
  /** The element of a number. */
  public static Item of(int number) {
    return new Item(number, "item " + number);
  }
}
