package dev.remora.stub;

import dev.remora.RemoteInvocationException;
import dev.remora.wire.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call from a stub to its object: arguments are written, the call is made, the result is read,
 * the call is closed.
 *
 * <p>Used by generated code as a resource, by one thread:
 *
 * <pre>{@code
 * try (RemoteCall call = RemoteCall.memberCall(this, "doubleIt")) {
 *   call.wrapArgs().writeInt(x);
 *   return call.invoke().readInt();
 * }
 * }</pre>
 *
 * <p>While it is open it keeps its target and the stubs among its arguments reachable, so that none
 * is released before the main process has answered ({@code docs/protocol.md#release}).
 */
public abstract class RemoteCall implements AutoCloseable {

  /** For the session. */
  protected RemoteCall() {}

  /**
   * Starts a call of a method.
   *
   * @param self the stub
   * @param member the method's name on the wire
   * @return the call, to be closed
   */
  public static RemoteCall memberCall(RemoteStub self, String member) {
    return self.reference.calls().start(Command.MEMBER_CALL, self, member);
  }

  /**
   * Starts the reading of a property.
   *
   * @param self the stub
   * @param member the property's name
   * @return the call, to be closed
   */
  public static RemoteCall memberGet(RemoteStub self, String member) {
    return self.reference.calls().start(Command.MEMBER_GET, self, member);
  }

  /**
   * Starts the writing of a property; the new value is its only argument.
   *
   * @param self the stub
   * @param member the property's name
   * @return the call, to be closed
   */
  public static RemoteCall memberSet(RemoteStub self, String member) {
    return self.reference.calls().start(Command.MEMBER_SET, self, member);
  }

  /**
   * Starts a call of a function that lives in the other process.
   *
   * @param self the function's proxy
   * @return the call, to be closed
   */
  public static RemoteCall functionCall(RemoteFunction self) {
    return self.reference.calls().start(Command.FUNCTION_CALL, self, "");
  }

  /**
   * The writer of the arguments, in the order of the parameters.
   *
   * @return the writer; valid until {@link #invoke()}
   */
  public abstract MetaWriter wrapArgs();

  /**
   * Sends the call and waits for its answer.
   *
   * @return the reader of the result; valid until {@link #close()}
   * @throws dev.remora.RemoteInvocationException if the member threw an exception that is not a
   *     common one of the JDK
   * @throws dev.remora.CallTimeoutException if it is not answered in time
   * @throws dev.remora.CallCancelledException if the thread is interrupted, before or while it
   *     waits; the interrupt stays
   * @throws dev.remora.RemoteException if the call could not be made, or its answer could not be
   *     had
   */
  public abstract MetaReader invoke();

  /**
   * Sends the call and does not wait: nobody wants its answer.
   *
   * @throws dev.remora.RemoteException if the call could not be sent
   */
  public abstract void post();

  /**
   * Reads the result of an asynchronous call.
   *
   * @param <T> the result
   */
  @FunctionalInterface
  public interface ResultReader<T extends @Nullable Object> {
    /**
     * Reads the result.
     *
     * @param result stands before it
     * @return the result
     */
    T read(MetaReader result);
  }

  /** Turns an exception of the main process into the declared one that it is. */
  @FunctionalInterface
  public interface Declared {
    /**
     * Throws the declared exception, or gives the remote one back.
     *
     * @param e the exception as it has arrived
     * @return the same exception, where it is none of the declared ones
     * @throws Throwable the declared exception
     */
    RemoteInvocationException rethrow(RemoteInvocationException e) throws Throwable;
  }

  /**
   * Sends the call and does not wait. The call may be closed at once; the stubs in it stay in use
   * until it is answered.
   *
   * @param <T> the result
   * @param result reads the result, on a worker
   * @return completed by a worker, with the result or with what {@link #invoke()} would throw;
   *     cancelling it gives the call up
   */
  public abstract <T extends @Nullable Object> CompletableFuture<T> invokeAsync(
      ResultReader<T> result);

  /**
   * Like {@link #invokeAsync(ResultReader)}, for members that declare exceptions.
   *
   * @param <T> the result
   * @param result reads the result, on a worker
   * @param declared turns remote exceptions into declared ones
   * @return completed by a worker
   */
  public abstract <T extends @Nullable Object> CompletableFuture<T> invokeAsync(
      ResultReader<T> result, Declared declared);

  /**
   * Like {@link #invokeAsync(ResultReader)}, for members whose result is a promise: the future ends
   * as the promise does.
   *
   * @param <T> what is promised
   * @param result reads the promise, on a worker
   * @return completed by a worker; cancelling it cancels the call or the promise
   */
  public abstract <T extends @Nullable Object> CompletableFuture<T> invokePromise(
      ResultReader<? extends CompletionStage<T>> result);

  /**
   * Like {@link #invokePromise(ResultReader)}, for members that declare exceptions.
   *
   * @param <T> what is promised
   * @param result reads the promise, on a worker
   * @param declared turns remote exceptions into declared ones
   * @return completed by a worker
   */
  public abstract <T extends @Nullable Object> CompletableFuture<T> invokePromise(
      ResultReader<? extends CompletionStage<T>> result, Declared declared);

  /** Ends the call; the reader and the writer are no longer valid. */
  @Override
  public abstract void close();
}
