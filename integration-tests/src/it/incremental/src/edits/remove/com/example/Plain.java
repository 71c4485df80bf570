package com.example;

/** No module any more. */
public final class Plain {
  /** A member. */
  public int member() {
    return 1;
  }
}
