package dev.remora.it.files;

/** An interface of the class, which its stub implements as well. */
public interface Doubling {
  /** Doubles. */
  int doubleIt(int x);
}
