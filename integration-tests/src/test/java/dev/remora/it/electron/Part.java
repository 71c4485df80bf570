package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;

/** A thing that crosses by reference. */
@RemoteModule
public final class Part {
  private final int number;

  Part(int number) {
    this.number = number;
  }

  /** Which part this is. */
  public int number() {
    return number;
  }
}
