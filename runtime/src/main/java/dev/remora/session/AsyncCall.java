package dev.remora.session;

import dev.remora.CallTimeoutException;
import dev.remora.RemoteException;
import dev.remora.RemoteInvocationException;
import dev.remora.stub.RemoteCall;
import dev.remora.wire.OutgoingFrame;
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
final class AsyncCall<T extends @Nullable Object> extends UnawaitedAnswer {
  private final OutgoingCall call;
  private final RemoteCall.ResultReader<T> reader;
  private final RemoteCall.Declared declared;
  private final ResultFuture future = new ResultFuture();
  private volatile @Nullable Future<?> timer;

  AsyncCall(OutgoingCall call, RemoteCall.ResultReader<T> reader, RemoteCall.Declared declared) {
    super(call.context());
    this.call = call;
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
  boolean send(OutgoingFrame message) {
    try {
      boolean sent = call.context().sendAsync(call, message, this);
      if (sent) {
        startTimer();
      }
      return sent;
    } catch (RemoteException e) {
      future.completeExceptionally(e);
      return false;
    }
  }

  private void startTimer() {
    Deadline deadline = call.deadline();
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
    call.context().calls().giveUp(call.context(), call.callId(), this);
  }

  @Override
  void take(Outcome how) {
    stopTimer();
    call.context().complete(() -> settle(how));
  }

  private void settle(Outcome how) {
    Answer answer;
    try {
      answer = Answer.of(how, call);
    } catch (RemoteException e) {
      future.completeExceptionally(e);
      return;
    }
    T result;
    try {
      result = reader.read(answer.result(call, call.context().values(), call));
    } catch (Throwable e) {
      call.close(answer);
      future.completeExceptionally(asDeclared(e, declared));
      return;
    }
    call.close(answer);
    future.complete(result);
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
