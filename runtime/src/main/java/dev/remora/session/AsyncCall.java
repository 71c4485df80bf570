package dev.remora.session;

import dev.remora.CallTimeoutException;
import dev.remora.RemoteException;
import dev.remora.RemoteInvocationException;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.Subject;
import dev.remora.wire.OutgoingFrame;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A call that no thread waits for, and the future that its answer completes.
 *
 * <p>It keeps the stubs of its call reachable until then. The future is completed by a worker,
 * never by the thread that reads: what depends on it is user code.
 *
 * @param <T> the result
 */
final class AsyncCall<T extends @Nullable Object> extends UnawaitedAnswer
    implements Passage, Subject, Runnable {
  private final CallName call;

  /** Keeps the stubs among the arguments in use, if there are any. */
  private final @Nullable OutgoingFrame keeping;

  private final RemoteCall.ResultReader<T> reader;
  private final RemoteCall.Declared declared;
  private final ResultFuture future = new ResultFuture();
  private @Nullable List<Long> arrived;
  private volatile @Nullable Future<?> timer;

  /** How the call has ended; set before the future is completed. */
  private @Nullable Outcome outcome;

  AsyncCall(OutgoingCall call, RemoteCall.ResultReader<T> reader, RemoteCall.Declared declared) {
    super(call.context());
    this.call = call.name();
    this.keeping = call.keepsStubs();
    this.reader = reader;
    this.declared = declared;
  }

  /** Cancelling it gives the call up. */
  private final class ResultFuture extends CompletableFuture<T> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled) {
        abandon();
      }
      return cancelled;
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }

  /** Completed when the call is over. */
  CompletableFuture<T> future() {
    return future;
  }

  /** Sends the call; false where it is not sent, and the future says why. */
  boolean send(OutgoingCall made, OutgoingFrame message) {
    try {
      boolean sent = context().sendAsync(made, message, this);
      if (sent) {
        startTimer(made.deadline());
      }
      return sent;
    } catch (RemoteException e) {
      future.completeExceptionally(e);
      return false;
    }
  }

  private void startTimer(Deadline deadline) {
    if (!deadline.isNone()) {
      timer = Workers.runLater(deadline.remainingNanos(), this::timeOut);
      if (future.isDone()) {
        stopTimer();
      }
    }
  }

  private void stopTimer() {
    Future<?> started = timer;
    if (started != null) {
      started.cancel(false);
    }
  }

  private void timeOut() {
    String text = call.describe() + " was not answered in time";
    if (future.completeExceptionally(new CallTimeoutException(text))) {
      abandon();
    }
  }

  private void abandon() {
    stopTimer();
    context().calls().giveUp(context(), callId(), this);
  }

  /** The call is under way until its turn comes, so that answers cannot pile up either. */
  @Override
  void complete(Outcome how) {
    take(how);
  }

  @Override
  void take(Outcome how) {
    stopTimer();
    outcome = how;
    context().complete(this);
  }

  /** Completes the future; what depends on it finds room for calls of its own. */
  @Override
  public void run() {
    over();
    T result;
    try {
      result = result(Answer.of(Objects.requireNonNull(outcome), context(), this));
    } catch (Throwable e) {
      future.completeExceptionally(asDeclared(e, declared));
      return;
    } finally {
      Reference.reachabilityFence(keeping);
    }
    future.complete(result);
  }

  private T result(Answer answer) {
    try {
      return reader.read(answer.result(this, context().values(), this));
    } finally {
      answer.end(context(), arrived);
    }
  }

  @Override
  public void noteArrived(long id) {
    arrived = Passage.noted(arrived, id);
  }

  @Override
  public String describe() {
    return call.describe();
  }

  /** A failure as the exception that its member declares, if it is one. */
  static Throwable asDeclared(Throwable failure, RemoteCall.Declared declared) {
    if (!(failure instanceof RemoteInvocationException invocation)) {
      return failure;
    }
    try {
      return declared.rethrow(invocation);
    } catch (Throwable asDeclared) {
      return asDeclared;
    }
  }
}
