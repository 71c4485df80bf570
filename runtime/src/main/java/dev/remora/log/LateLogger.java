package dev.remora.log;

import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The logger of a class, made when there is something to say: making the first one loads the JDK's
 * logging, which would be a tenth of a renderer's start. Any thread.
 */
public final class LateLogger implements Supplier<System.Logger> {
  private final Class<?> owner;
  private volatile System.@Nullable Logger made;

  /**
   * Makes nothing yet.
   *
   * @param owner the class that will log
   */
  public LateLogger(Class<?> owner) {
    this.owner = owner;
  }

  /**
   * The logger itself, so that a log tells where in the owner a line comes from and not of this
   * class.
   *
   * @return the logger with the owner's name
   */
  @Override
  public System.Logger get() {
    System.Logger logger = made;
    if (logger == null) {
      try {
        logger = System.getLogger(owner.getName());
      } catch (VirtualMachineError | LinkageError e) {
        // Threads that must go on without memory log that there is none: they must not end of it.
        return Nowhere.LOGGER;
      }
      made = logger;
    }
    return logger;
  }

  /** Says nothing. */
  private static final class Nowhere implements System.Logger {
    static final Nowhere LOGGER = new Nowhere();

    @Override
    public String getName() {
      return "";
    }

    @Override
    public boolean isLoggable(Level level) {
      return false;
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {}

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        @Nullable Object... parameters) {}
  }
}
