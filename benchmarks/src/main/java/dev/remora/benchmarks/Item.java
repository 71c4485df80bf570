package dev.remora.benchmarks;

import dev.remora.annotation.RemoteModule;

/** One of many objects that the server gives away by reference. */
@RemoteModule
public final class Item {
  private final int factor;

  Item(int factor) {
    this.factor = factor;
  }

  /** The one thing that it does. */
  public int times(int x) {
    return factor * x;
  }
}
