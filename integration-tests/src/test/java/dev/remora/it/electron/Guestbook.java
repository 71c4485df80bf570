package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is written into it. */
@RemoteModule
public final class Guestbook {
  private final List<String> entries = new CopyOnWriteArrayList<>();

  Guestbook() {}

  /** Writes. */
  public void sign(String entry) {
    entries.add(entry);
  }

  /** What was written. */
  public List<String> entries() {
    return List.copyOf(entries);
  }
}
