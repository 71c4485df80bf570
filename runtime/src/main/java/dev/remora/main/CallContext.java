package dev.remora.main;

import dev.remora.session.CurrentCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a member can know about the call that it serves: whose it is, and how long the caller waits.
 *
 * <pre>{@code
 * public Report build() {
 *   CallContext call = CallContext.current();
 *   return reports.build(call.renderer().processName(), call.remaining().orElse(LONG));
 * }
 * }</pre>
 *
 * <p>A caller that gives up interrupts the thread that serves the call. Any thread may use a
 * context that another has handed to it.
 */
public final class CallContext {
  private final CurrentCall call;

  private CallContext(CurrentCall call) {
    this.call = call;
  }

  /**
   * The call that the current thread serves.
   *
   * @return the call; the innermost, where calls nest
   * @throws IllegalStateException if the thread serves no call of a renderer
   */
  public static CallContext current() {
    return find()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    Thread.currentThread() + " serves no call of a renderer"));
  }

  /**
   * The call that the current thread serves, if it serves one: code that renderers and the main
   * process itself call asks so.
   *
   * @return the call, or empty
   */
  public static Optional<CallContext> find() {
    return CurrentCall.ofMain().map(CallContext::new);
  }

  /**
   * The renderer that calls.
   *
   * @return its context
   */
  public RendererContext renderer() {
    return (RendererContext) call.owner();
  }

  /**
   * When the caller stops waiting.
   *
   * @return the moment, by this machine's clock; empty if the caller waits without end
   */
  public Optional<Instant> deadline() {
    return remaining().map(Instant.now()::plus);
  }

  /**
   * How long the caller still waits.
   *
   * @return the time, not negative; empty if the caller waits without end
   */
  public Optional<Duration> remaining() {
    return call.remaining();
  }

  /**
   * Whether the caller has stopped waiting, so that the result is of no use to him.
   *
   * @return true if the call was cancelled or its deadline has passed
   */
  public boolean isGivenUp() {
    return call.isGivenUp();
  }
}
