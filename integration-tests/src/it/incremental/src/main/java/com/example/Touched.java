package com.example;

import dev.remora.annotation.RemoteModule;

/** A module. */
@RemoteModule
public final class Touched {
  /** A member. */
  public int member() {
    return 1;
  }
}
