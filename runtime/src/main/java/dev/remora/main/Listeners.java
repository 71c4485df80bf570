package dev.remora.main;

import dev.remora.log.LateLogger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The listeners of a module, from renderers or not; those whose renderer has gone drop out by
 * themselves, with one line in the log.
 *
 * <pre>{@code
 * private final Listeners<Consumer<FileEvent>> watchers = new Listeners<>();
 * …
 * watchers.forEach(watcher -> watcher.accept(event));
 * }</pre>
 *
 * <p>Any thread; no lock is held while listeners run.
 *
 * @param <T> the functional interface of the listeners
 */
public final class Listeners<T> {
  private static final LateLogger LOG = new LateLogger(Listeners.class);

  private final List<T> listeners = new CopyOnWriteArrayList<>();

  /** Makes an empty collection. */
  public Listeners() {}

  /**
   * Adds a listener.
   *
   * @param listener the listener; the same one may be added several times
   */
  public void add(T listener) {
    listeners.add(listener);
  }

  /**
   * Removes a listener; a renderer's is the same as often as it is passed.
   *
   * @param listener the listener
   * @return whether it was there
   */
  public boolean remove(T listener) {
    return listeners.remove(listener);
  }

  /**
   * Calls each listener that is alive, in the order in which they were added. What one of them
   * throws ends the loop, unless it is dead by then.
   *
   * @param call calls one listener
   */
  public void forEach(Consumer<? super T> call) {
    for (T listener : listeners) {
      if (RendererCallback.isAlive(listener)) {
        try {
          call.accept(listener);
        } catch (RuntimeException e) {
          if (RendererCallback.isAlive(listener)) {
            throw e;
          }
          drop(listener);
        }
      } else {
        drop(listener);
      }
    }
  }

  /**
   * How many listeners there are, dead ones that nobody has noticed included.
   *
   * @return the number
   */
  public int size() {
    return listeners.size();
  }

  private void drop(T listener) {
    if (listeners.remove(listener)) {
      LOG.get()
          .log(
              Level.WARNING,
              "dropped a listener whose renderer is gone: {0}",
              RendererCallback.describe(listener));
    }
  }
}
