package dev.remora.examples.main;

import dev.remora.annotation.RemoteModule;

/** Exported, and kept from every renderer by the filter of {@link FileServer}. */
@RemoteModule(name = Secrets.MODULE)
public final class Secrets {
  static final String MODULE = "secrets";

  /** What no renderer gets to see. */
  public String password() {
    return "swordfish";
  }
}
