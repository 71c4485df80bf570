package dev.remora.stub;

import dev.remora.wire.Command;

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
   * @throws dev.remora.RemoteException if the call could not be made, or its answer could not be
   *     had
   */
  public abstract MetaReader invoke();

  /** Sends the call and does not wait: it has no answer. */
  public abstract void post();

  /** Ends the call; the reader and the writer are no longer valid. */
  @Override
  public abstract void close();
}
