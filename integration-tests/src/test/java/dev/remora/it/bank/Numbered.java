package dev.remora.it.bank;

import dev.remora.annotation.RemoteModule;

/** A module that its superclass does not list: through that, nothing more can be reached. */
@RemoteModule
public final class Numbered extends Account {
  /** Opens a numbered account. */
  public Numbered() {
    super("nobody");
  }

  /** Not for those who have an account only. */
  public int number() {
    return 42;
  }
}
