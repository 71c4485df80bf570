package dev.remora.it.callbacks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what is logged from here on, warnings and worse, and what no thread has caught. */
final class Noise implements AutoCloseable {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");
  private final Handler handler = new Ear();
  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();

  Noise() {
    root.addHandler(handler);
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> heard.add(thread + ": " + e));
  }

  /** What was heard so far. */
  List<String> heard() {
    return heard;
  }

  @Override
  public void close() {
    root.removeHandler(handler);
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private final class Ear extends Handler {
    @Override
    public void publish(LogRecord logged) {
      if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
        heard.add(logged.getLoggerName() + ": " + logged.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
