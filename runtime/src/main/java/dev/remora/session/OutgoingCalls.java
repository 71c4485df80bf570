package dev.remora.session;

import dev.remora.CallCancelledException;
import dev.remora.CallTimeoutException;
import dev.remora.DisconnectedException;
import dev.remora.RemoteException;
import dev.remora.log.LateLogger;
import dev.remora.registry.OpenTable;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls that one side of a connection has made and that have not been answered.
 *
 * <p>{@link #add} adds; {@link #take} and {@link #failAll} remove. A call that is given up stays
 * until its answer has come, because what comes with it must be given back. Any thread.
 */
abstract class OutgoingCalls {
  private static final LateLogger LOG = new LateLogger(OutgoingCalls.class);

  private final ById byId = new ById();
  private final AtomicLong lastId = new AtomicLong();
  private final Quiescence quiet = new Quiescence();
  private volatile @Nullable Function<String, RemoteException> failure;

  private final Outbound outbound;

  /** Creates an empty table of calls that leave by {@code outbound}. */
  OutgoingCalls(Outbound outbound) {
    this.outbound = outbound;
  }

  /** Also its own lock. */
  private static final class ById extends OpenTable<PendingAnswer> {
    @Override
    protected long key(PendingAnswer answer) {
      return answer.callId();
    }
  }

  /** Sends a frame as it is; waits while too much waits to be written. */
  final void send(OutgoingFrame frame) {
    outbound.send(frame);
  }

  /** Sends a frame that gives something back, which never waits. */
  final void sendAtOnce(OutgoingFrame frame) {
    outbound.sendAtOnce(frame);
  }

  /** Waits on the current thread, which runs meanwhile what the call causes. */
  abstract WaitEnd await(PendingAnswer answer, Deadline deadline);

  /** Runs what a call has caused whose thread waits no longer. */
  abstract void runElsewhere(Runnable caused);

  /** The next call's id; never used twice on a connection. */
  final long nextId() {
    return lastId.incrementAndGet();
  }

  /** Sends a call and waits for its answer. */
  final PendingAnswer.Outcome exchange(
      ContextEnd context, long callId, OutgoingFrame frame, Deadline deadline) {
    String refusal = context.refusal();
    if (refusal != null) {
      return new PendingAnswer.NotSent(
          call -> new DisconnectedException(call + " was not sent: " + refusal));
    }
    if (Thread.currentThread().isInterrupted()) {
      return new PendingAnswer.NotSent(
          call -> new CallCancelledException(call + " was not sent: its thread is interrupted"));
    }
    if (deadline.isOver()) {
      return new PendingAnswer.NotSent(
          call -> new CallTimeoutException(call + " was not sent: there is no time left for it"));
    }
    WaitEnd room = context.givenUp().awaitFree(deadline);
    if (room != WaitEnd.OVER) {
      return new PendingAnswer.NotSent(call -> context.givenUp().notSent(call, room));
    }
    PendingAnswer answer = new PendingAnswer(context);
    add(callId, answer);
    PendingAnswer.NotSent unsent = send(context, frame, deadline);
    if (unsent != null && take(callId) != null) {
      return unsent;
    }
    WaitEnd end = await(answer, deadline);
    if (end == WaitEnd.INTERRUPTED) {
      Thread.currentThread().interrupt();
    }
    if (end != WaitEnd.OVER) {
      if (giveUp(context, callId, answer)) {
        answer.giveUp().forEach(this::runElsewhere);
        return new PendingAnswer.Failed(call -> givenUp(call, end));
      }
      // The answer has come after all. Whoever read it has taken the call out of the table, and is
      // about to hand it over: were that not waited for, what comes with it would be lost.
      while (!answer.isDone()) {
        Thread.onSpinWait();
      }
      answer.runCaused();
    }
    return answer.outcome();
  }

  /**
   * Sends the frame of a call, behind what is to be given back; waits for room no longer than the
   * call's time, and not when the thread is interrupted.
   *
   * @return null if it is sent; otherwise nothing of it is, and this says why
   */
  final PendingAnswer.@Nullable NotSent send(
      ContextEnd context, OutgoingFrame frame, Deadline deadline) {
    WaitEnd end;
    try {
      context.sendReleases();
      end = outbound.send(frame, deadline);
    } catch (DisconnectedException e) {
      return notSent(e);
    }
    return switch (end) {
      case OVER -> null;
      case TIMED_OUT ->
          new PendingAnswer.NotSent(
              call ->
                  new CallTimeoutException(
                      call + " was not sent in time: the other process reads too slowly"));
      case INTERRUPTED ->
          new PendingAnswer.NotSent(
              call ->
                  new CallCancelledException(call + " was not sent: its thread was interrupted"));
    };
  }

  static PendingAnswer.NotSent notSent(DisconnectedException e) {
    return new PendingAnswer.NotSent(
        call -> new DisconnectedException(call + " was not sent: " + e.getMessage()));
  }

  private static RemoteException givenUp(String call, WaitEnd end) {
    return end == WaitEnd.TIMED_OUT
        ? new CallTimeoutException(call + " was not answered in time")
        : new CallCancelledException(call + " was given up: its thread was interrupted");
  }

  /**
   * Gives a call up: its answer will be thrown away, and the other side is told.
   *
   * @return false if the answer has come meanwhile
   */
  final boolean giveUp(ContextEnd context, long callId, PendingAnswer answer) {
    AbandonedAnswer abandoned = new AbandonedAnswer(answer);
    if (!replace(answer, abandoned)) {
      abandoned.over();
      return false;
    }
    try (OutgoingFrame frame = context.newFrame()) {
      context.writeCancel(frame, "call", callId);
      sendAtOnce(frame.finish());
    } catch (DisconnectedException e) {
      LOG.get().log(Level.DEBUG, "the connection ended before call {0} was cancelled", callId);
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // one and the same, not one like it
  private boolean replace(PendingAnswer answer, PendingAnswer with) {
    synchronized (byId) {
      if (byId.find(answer.callId()) != answer) {
        return false;
      }
      byId.replace(answer, with);
      return true;
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean remove(PendingAnswer answer) {
    synchronized (byId) {
      if (byId.find(answer.callId()) != answer) {
        return false;
      }
      byId.remove(answer);
      return true;
    }
  }

  /** All that are under way at this moment. */
  private List<PendingAnswer> all() {
    synchronized (byId) {
      if (byId.size() == 0) {
        return List.of();
      }
      List<PendingAnswer> all = new ArrayList<>(byId.size());
      byId.forEach(all::add);
      return all;
    }
  }

  /** The answer to a call that was given up: what comes with it is given back. */
  private static final class AbandonedAnswer extends UnawaitedAnswer {
    private final PendingAnswer original;

    AbandonedAnswer(PendingAnswer original) {
      super(original.context());
      this.original = original;
      setCallId(original.callId());
      if (!(original instanceof UnawaitedAnswer)) {
        // Whoever gives up calls faster than they are answered would fill the other side with them.
        takeSlotAnyway(original.context().givenUp());
      }
    }

    @Override
    void complete(Outcome how) {
      if (how instanceof Answer || how instanceof Unopened) {
        // Not by the thread that reads: the answer may be long. It keeps its place until then, so
        // that answers which nobody wants cannot pile up either.
        Workers.run(() -> end(how));
      } else {
        end(how);
      }
    }

    private void end(Outcome how) {
      super.complete(how);
      original.over();
    }

    @Override
    void take(Outcome how) {
      Answer answer = Answer.opened(how, context());
      if (answer != null) {
        context().discard(answer);
      }
    }
  }

  /** Registers a call; one that comes after the connection's end fails at once. */
  final void add(long id, PendingAnswer answer) {
    answer.setCallId(id);
    synchronized (byId) {
      byId.add(answer);
    }
    // Whoever ends the connection or the context sets the failure before it looks at the table: one
    // of the two
    // sees the other.
    Function<String, RemoteException> reason = failure;
    String ended = answer.context().endReason();
    if (reason == null && ended != null) {
      reason = call -> new DisconnectedException(call + " failed: " + ended);
    }
    if (reason != null && remove(answer)) {
      answer.complete(new PendingAnswer.Failed(reason));
    }
  }

  /** The call of that id, which goes on waiting; null if there is none. */
  final @Nullable PendingAnswer find(long id) {
    synchronized (byId) {
      return byId.find(id);
    }
  }

  /**
   * Takes the call out whose answer has come, or which was not sent; null if there is none of that
   * id.
   */
  final @Nullable PendingAnswer take(long id) {
    PendingAnswer taken;
    synchronized (byId) {
      taken = byId.find(id);
      if (taken != null) {
        byId.remove(taken);
      }
    }
    quiet.changed();
    return taken;
  }

  /**
   * Waits until the calls of a context have been answered, or those of all where none is named; not
   * for those that the current thread itself is in.
   */
  final void awaitQuiet(@Nullable ContextEnd context, Deadline deadline) {
    if (!isQuiet(context)) {
      quiet.await(() -> isQuiet(context), deadline);
    }
  }

  @SuppressWarnings("ReferenceEquality") // one and the same, not one like it
  private boolean isQuiet(@Nullable ContextEnd context) {
    for (PendingAnswer answer : all()) {
      if ((context == null || answer.context() == context) && !answer.isWaitedForHere()) {
        return false;
      }
    }
    return true;
  }

  /** Fails all calls, and all that come later. */
  final void failAll(Function<String, RemoteException> reason) {
    failure = reason;
    for (PendingAnswer answer : all()) {
      PendingAnswer taken = take(answer.callId());
      if (taken != null) {
        taken.complete(new PendingAnswer.Failed(reason));
      }
    }
  }

  /** Fails the calls of one context, which has ended. */
  final void failAll(ContextEnd context, String reason) {
    for (PendingAnswer answer : all()) {
      if (answer.context() == context && remove(answer)) {
        answer.complete(
            new PendingAnswer.Failed(
                call -> new DisconnectedException(call + " failed: " + reason)));
      }
    }
  }

  /** How many calls have not been answered. */
  final int size() {
    synchronized (byId) {
      return byId.size();
    }
  }
}
