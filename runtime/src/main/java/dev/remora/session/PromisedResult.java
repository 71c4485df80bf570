package dev.remora.session;

import dev.remora.stub.RemoteCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a member promises that was called asynchronously: the call and then its promise, as one
 * future. Cancelling it cancels whichever of the two is under way.
 */
final class PromisedResult<T extends @Nullable Object> extends CompletableFuture<T> {
  private final CompletableFuture<? extends CompletionStage<T>> call;
  private final RemoteCall.Declared declared;
  private volatile @Nullable CompletionStage<T> promise;

  PromisedResult(
      CompletableFuture<? extends CompletionStage<T>> call, RemoteCall.Declared declared) {
    this.call = call;
    this.declared = declared;
    CompletionStage<?> unused = call.whenComplete(this::answered);
  }

  private void answered(@Nullable CompletionStage<T> promised, @Nullable Throwable failed) {
    if (promised == null) {
      fail(failed == null ? new NullPointerException("the promise is null") : failed);
      return;
    }
    promise = promised;
    CompletionStage<?> unused =
        promised.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                complete(value);
              } else {
                fail(failure);
              }
            });
    if (isCancelled()) {
      cancelPromise();
    }
  }

  private void fail(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    completeExceptionally(AsyncCall.asDeclared(cause == null ? failure : cause, declared));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled && !call.cancel(mayInterruptIfRunning)) {
      cancelPromise();
    }
    return cancelled;
  }

  private void cancelPromise() {
    if (promise instanceof CompletableFuture<?> future) {
      future.cancel(true);
    }
  }

  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
