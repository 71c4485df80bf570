package com.example.files;

/** Doubles. */
public interface Doubling {
  /**
   * Doubles a number.
   *
   * @param x the number
   * @return its double
   */
  int doubleIt(int x);
}
