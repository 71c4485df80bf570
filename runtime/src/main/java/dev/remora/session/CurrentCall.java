package dev.remora.session;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The call of a renderer that a thread of the main process serves, for the front door. */
public final class CurrentCall {
  private final ServedContext context;
  private final ServedCall call;

  private CurrentCall(ServedContext context, ServedCall call) {
    this.context = context;
    this.call = call;
  }

  /**
   * The innermost call of a renderer that the current thread serves.
   *
   * @return the call, or empty
   */
  public static Optional<CurrentCall> ofMain() {
    for (Serving serving = Serving.current(); serving != null; serving = serving.outer()) {
      if (serving.context() instanceof ServedContext context) {
        return Optional.of(new CurrentCall(context, serving.call()));
      }
    }
    return Optional.empty();
  }

  /**
   * Whom the main process knows the calling context as.
   *
   * @return what it was given
   */
  public Object owner() {
    return Objects.requireNonNull(context.owner());
  }

  /**
   * How long the caller still waits.
   *
   * @return the time, not negative; empty if without end
   */
  public Optional<Duration> remaining() {
    Deadline deadline = call.deadline();
    return deadline.isNone()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(0, deadline.remainingNanos())));
  }

  /**
   * Whether the caller has stopped waiting.
   *
   * @return true if the call was cancelled or its deadline has passed
   */
  public boolean isGivenUp() {
    return call.isCancelled() || call.deadline().isOver() || context.hasEnded();
  }
}
