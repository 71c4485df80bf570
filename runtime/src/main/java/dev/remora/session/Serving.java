package dev.remora.session;

import dev.remora.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * The call from the other side that a thread serves at the moment; they nest.
 *
 * @param session the connection that it came over
 * @param context its context
 * @param call the call
 * @param lead the thread's hold on the reading of the connection, in the main process
 * @param outer the call that the thread served before
 * @param depth how many calls the thread serves, this one included
 */
record Serving(
    Object session,
    ContextEnd context,
    ServedCall call,
    RequestReading.@Nullable Lead lead,
    @Nullable Serving outer,
    int depth) {
  private static final ThreadLocal<@Nullable Serving> CURRENT = new ThreadLocal<>();

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
    if (serving != null && serving.depth() > limit) {
      throw new LimitExceededException(
          "calls and callbacks nest deeper than %d on one thread (Limits.maxCallDepth)"
              .formatted(limit));
    }
  }

  /** Runs a call that came from the other side, on the current thread. */
  static void run(
      Object session,
      ContextEnd context,
      ServedCall call,
      RequestReading.@Nullable Lead lead,
      Runnable body) {
    Serving outer = CURRENT.get();
    int depth = outer == null ? 1 : outer.depth() + 1;
    CURRENT.set(new Serving(session, context, call, lead, outer, depth));
    call.start();
    try {
      body.run();
    } finally {
      call.end();
      // Not removed: the thread will serve more, and its place costs little.
      CURRENT.set(outer);
    }
  }
}
