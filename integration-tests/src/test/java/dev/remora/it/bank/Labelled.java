package dev.remora.it.bank;

import dev.remora.annotation.RemoteModule;

/** A module interface that lists one implementation. */
@RemoteModule(subtypes = Savings.class)
public interface Labelled {
  /** A name. */
  String label();

  /** A default method is a member, and main's body runs. */
  default String shout() {
    return label().toUpperCase(java.util.Locale.ROOT) + "!";
  }
}
