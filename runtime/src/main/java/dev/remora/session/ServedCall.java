package dev.remora.session;

import dev.remora.stub.UnsentOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call from the other side that is under way here; it can be cancelled, which interrupts the
 * thread that serves it. Any thread.
 */
final class ServedCall {
  private final long id;
  private final boolean nested;
  private final Deadline deadline;
  private @Nullable Thread thread;
  private boolean interrupted;
  private volatile boolean cancelled;

  /** How many events were posted within the call since the last that was waited for. */
  private int eventsUnderWay;

  /** What the call writes to streams of the other side; used by the thread that serves it. */
  private List<UnsentOutput> outputs = List.of();

  /**
   * A call that has been read.
   *
   * @param id its id, or 0 for one that has no answer
   * @param nested whether it belongs to a call of this side
   * @param deadline when the other side gives it up
   */
  ServedCall(long id, boolean nested, Deadline deadline) {
    this.id = id;
    this.nested = nested;
    this.deadline = deadline;
  }

  long id() {
    return id;
  }

  /** Whether a call of this side has caused it. */
  boolean isNested() {
    return nested;
  }

  Deadline deadline() {
    return deadline;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** The current thread serves the call from here on. */
  synchronized void start() {
    thread = Thread.currentThread();
  }

  /** The other side does not want the call any more. */
  synchronized void cancel() {
    cancelled = true;
    if (thread != null) {
      interrupted = true;
      thread.interrupt();
    }
  }

  /** The call is over: an interrupt that was meant for it ends with it. */
  synchronized void end() {
    thread = null;
    if (interrupted && Thread.interrupted()) {
      interrupted = false;
    }
  }

  /**
   * Counts an event that the call's thread posts to the other side; true for each one of {@code
   * batch}.
   */
  boolean countEvent(int batch) {
    eventsUnderWay = (eventsUnderWay + 1) % batch;
    return eventsUnderWay == 0;
  }

  /** The call writes to a stream of the other side. */
  void writes(UnsentOutput output) {
    if (outputs.isEmpty()) {
      outputs = new ArrayList<>();
    }
    if (!outputs.contains(output)) {
      outputs.add(output);
    }
  }

  /** Sends what was written so far: the other side must not see what comes next before it. */
  void sendAhead() {
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).sendAhead();
    }
  }

  /** Runs the call; what it has written is there before its answer. */
  void sendingOutput(Body body) throws Throwable {
    try {
      body.serve();
    } catch (Throwable e) {
      sendOutput(e);
      throw e;
    }
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).send();
    }
  }

  private void sendOutput(Throwable failure) {
    for (int i = 0; i < outputs.size(); i++) {
      try {
        outputs.get(i).send();
      } catch (IOException | RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
  }

  /** What serves a call. */
  interface Body {
    void serve() throws Throwable;
  }
}
