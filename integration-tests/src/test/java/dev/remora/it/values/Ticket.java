package dev.remora.it.values;

import dev.remora.annotation.RemoteModule;

/** A module interface, so that records may hold it. */
@RemoteModule
public interface Ticket {
  /** Its number. */
  int number();
}
