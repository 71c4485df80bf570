package dev.remora.it.reliability;

import dev.remora.annotation.RemoteModule;

/** One of very many objects. */
@RemoteModule
public final class Thing {
  private final int number;

  Thing(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
