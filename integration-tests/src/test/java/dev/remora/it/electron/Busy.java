package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;
import java.util.concurrent.CountDownLatch;

/** Is busy until another call comes through. */
@RemoteModule
public final class Busy {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  Busy() {}

  /** Returns only after {@link #release}. */
  public String hold() throws InterruptedException {
    entered.countDown();
    released.await();
    return "released";
  }

  /** Whether a call is in {@link #hold}. */
  public boolean isHeld() {
    return entered.getCount() == 0 && released.getCount() == 1;
  }

  /** Ends {@link #hold}. */
  public void release() {
    released.countDown();
  }
}
