package dev.remora.session;

import dev.remora.LimitExceededException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The call from the other side that a thread serves at the moment; they nest. Used by that thread,
 * and then again for another call.
 */
final class Serving {
  private static final ThreadLocal<@Nullable Serving> CURRENT = new ThreadLocal<>();

  private @Nullable Object session;
  private @Nullable ContextEnd context;
  private @Nullable ServedCall call;
  private RequestReading.@Nullable Lead lead;
  private @Nullable Serving outer;

  /** How many calls the thread serves, this one included. */
  private int depth;

  /** The innermost call that the current thread serves, or null. */
  static @Nullable Serving current() {
    return CURRENT.get();
  }

  /** The innermost call that the current thread serves of a connection, or null. */
  static @Nullable Serving of(Object session) {
    for (Serving serving = CURRENT.get(); serving != null; serving = serving.outer()) {
      if (serving.session() == session) {
        return serving;
      }
    }
    return null;
  }

  /** How many calls of a connection the current thread serves. */
  static int count(Object session) {
    int count = 0;
    for (Serving serving = CURRENT.get(); serving != null; serving = serving.outer()) {
      count += serving.session() == session ? 1 : 0;
    }
    return count;
  }

  /**
   * Checks that calls do not nest too deep on the current thread, while there is stack left to say
   * so.
   *
   * @throws LimitExceededException if they do
   */
  static void checkDepth(int limit) {
    Serving serving = CURRENT.get();
    if (serving != null && serving.depth > limit) {
      throw new LimitExceededException(
          "calls and callbacks nest deeper than %d on one thread (Limits.maxCallDepth)"
              .formatted(limit));
    }
  }

  /**
   * Runs a call that came from the other side, on the current thread.
   *
   * @param of the connection that it came over
   * @param in its context
   * @param served the call
   * @param held the thread's hold on the reading of the connection, in the main process
   */
  void run(
      Object of,
      ContextEnd in,
      ServedCall served,
      RequestReading.@Nullable Lead held,
      Runnable body) {
    Serving before = CURRENT.get();
    session = of;
    context = in;
    call = served;
    lead = held;
    outer = before;
    depth = before == null ? 1 : before.depth + 1;
    CURRENT.set(this);
    served.start();
    try {
      body.run();
    } finally {
      served.end();
      // Not removed: the thread will serve more, and its place costs little.
      CURRENT.set(before);
      outer = null;
    }
  }

  Object session() {
    return Objects.requireNonNull(session);
  }

  ContextEnd context() {
    return Objects.requireNonNull(context);
  }

  ServedCall call() {
    return Objects.requireNonNull(call);
  }

  RequestReading.@Nullable Lead lead() {
    return lead;
  }

  /** The call that the thread served before. */
  @Nullable Serving outer() {
    return outer;
  }
}
