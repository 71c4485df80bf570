package dev.remora.session;

import dev.remora.ProtocolException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The contexts of one connection, as one side sees them. {@link #add} adds, {@link #remove}
 * removes. Any thread.
 */
final class OpenContexts<C extends ContextEnd> {
  private final Map<String, C> byId = new ConcurrentHashMap<>();
  private final AtomicLong lastNumber = new AtomicLong();
  private volatile String connection = "";

  /** Names a context that is going to be opened: {@code <connection>-<number>}. */
  String nextId() {
    return connection + lastNumber.incrementAndGet();
  }

  /** A context is open. */
  void add(C context) {
    long number = numberOf(context.contextId());
    for (long last = lastNumber.get(); last < number; last = lastNumber.get()) {
      lastNumber.compareAndSet(last, number);
    }
    connection = connectionOf(context.contextId());
    byId.put(context.contextId(), context);
  }

  void remove(C context) {
    byId.remove(context.contextId(), context);
  }

  /** All that are open. */
  Collection<C> all() {
    return List.copyOf(byId.values());
  }

  /**
   * The context that a frame names.
   *
   * @return the context, or null if it has ended: the frame and the end may have crossed
   * @throws ProtocolException if it was never one of this connection
   */
  @Nullable C find(String id) {
    C context = byId.get(id);
    if (context == null && !wasOpened(id)) {
      throw new ProtocolException("context '" + id + "' is not one of this connection");
    }
    return context;
  }

  /** Whether no context has had that id. */
  boolean isNew(String id) {
    return numberOf(id) > lastNumber.get() && isOfThisConnection(id);
  }

  private boolean wasOpened(String id) {
    long number = numberOf(id);
    return number > 0 && number <= lastNumber.get() && isOfThisConnection(id);
  }

  private boolean isOfThisConnection(String id) {
    return connectionOf(id).equals(connection);
  }

  private static String connectionOf(String id) {
    return id.substring(0, id.indexOf('-') + 1);
  }

  private static long numberOf(String id) {
    try {
      return Long.parseLong(id.substring(id.indexOf('-') + 1));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
