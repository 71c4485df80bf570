package com.example;

import dev.remora.annotation.RemoteModule;

/** A module. */
@RemoteModule
public final class Touched {
  /** Another member. */
  public int added() {
    return 2;
  }

  /** A member. */
  public int member() {
    return 1;
  }
}
