package dev.remora.it.bank;

import java.util.ArrayList;
import java.util.List;

/** A generic superclass, which is no module. */
abstract class Ledger<T, X extends Exception> {
  private final List<T> entries = new ArrayList<>();

  /** Adds an entry and returns all. */
  public List<T> add(T entry) {
    entries.add(entry);
    return List.copyOf(entries);
  }

  /** The last entry. */
  public T last() throws X {
    if (entries.isEmpty()) {
      throw empty();
    }
    return entries.get(entries.size() - 1);
  }

  abstract X empty();
}
