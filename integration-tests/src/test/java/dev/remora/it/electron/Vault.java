package dev.remora.it.electron;

import dev.remora.annotation.RemoteIgnore;
import dev.remora.annotation.RemoteModule;
import java.util.concurrent.atomic.AtomicInteger;

/** Has one member, and much that is none. */
@RemoteModule
public final class Vault {
  final AtomicInteger opened = new AtomicInteger();

  Vault() {}

  /** The member. */
  public String label() {
    return "vault";
  }

  /** Public, and not for renderers. */
  @RemoteIgnore
  public void open() {
    opened.incrementAndGet();
  }

  /** Public, and not for renderers. */
  @RemoteIgnore
  public static String openByClass() {
    return "open";
  }

  void openPrivately() {
    opened.incrementAndGet();
  }

  int timesOpened() {
    return opened.get();
  }
}
