package dev.remora.session;

import dev.remora.RemoteException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a connection that wait for an answer. {@link #add} adds; {@link #take} and {@link
 * #failAll} remove. Any thread.
 */
final class PendingCalls {
  private final ConcurrentMap<Long, PendingAnswer> byId = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private volatile @Nullable Function<String, RemoteException> failure;

  /** The next call's id; never used twice on a connection. */
  long nextId() {
    return lastId.incrementAndGet();
  }

  /** Registers a call; one that comes after the connection's end fails at once. */
  void add(long id, PendingAnswer answer) {
    byId.put(id, answer);
    // Whoever ends the connection sets the failure before it looks at the table: one of the two
    // sees the other.
    Function<String, RemoteException> reason = failure;
    if (reason != null && byId.remove(id, answer)) {
      answer.complete(new PendingAnswer.Failed(reason));
    }
  }

  /** The call of that id, which goes on waiting; null if there is none. */
  @Nullable PendingAnswer find(long id) {
    return byId.get(id);
  }

  /**
   * Takes the call out whose answer has come, or which was not sent; null if there is none of that
   * id.
   */
  @Nullable PendingAnswer take(long id) {
    return byId.remove(id);
  }

  /** Fails all calls, and all that come later. */
  void failAll(Function<String, RemoteException> reason) {
    failure = reason;
    for (Long id : byId.keySet()) {
      PendingAnswer answer = byId.remove(id);
      if (answer != null) {
        answer.complete(new PendingAnswer.Failed(reason));
      }
    }
  }

  int size() {
    return byId.size();
  }
}
