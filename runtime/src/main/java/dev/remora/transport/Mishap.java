package dev.remora.transport;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a thread has caught that must not end: kept without memory, and logged when the thread's
 * work succeeds again.
 *
 * <p>To log at once would end such a thread, because logging needs memory too; and a class of the
 * logger that is initialized while there is none is spoiled for the whole process. Used by one
 * thread at a time.
 */
public final class Mishap {
  private final Supplier<System.Logger> log;
  private final String text;
  private @Nullable Throwable last;

  /**
   * Nothing has happened yet.
   *
   * @param log where to tell
   * @param text what failed
   */
  public Mishap(Supplier<System.Logger> log, String text) {
    this.log = log;
    this.text = text;
  }

  /**
   * Keeps what was caught, in the place of what was kept before.
   *
   * @param caught a failure
   */
  public void note(Throwable caught) {
    last = caught;
  }

  /** Logs what was kept; nothing is thrown. */
  public void tell() {
    Throwable caught = last;
    if (caught == null) {
      return;
    }
    last = null;
    try {
      log.get().log(Level.ERROR, text, caught);
    } catch (RuntimeException | Error e) {
      // Still no memory: the thread is worth more than the line.
    }
  }
}
