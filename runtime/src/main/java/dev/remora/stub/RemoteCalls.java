package dev.remora.stub;

import dev.remora.wire.Command;

/** What stubs and streams ask of their context; the session implements it. */
public interface RemoteCalls {

  /**
   * Starts a call; nothing is sent before {@link RemoteCall#invoke()}.
   *
   * @param command one of the {@code MEMBER_} commands
   * @param target the stub that is called; it stays reachable until the call is closed
   * @param member the member's name on the wire
   * @return the call, to be closed by the caller
   */
  RemoteCall start(Command command, RemoteStub target, String member);

  /**
   * Gives a stub or stream back at once. Any number of times.
   *
   * @param stub one of the context's
   */
  default void release(RemoteStub stub) {
    throw new IllegalStateException(stub + " cannot be given back here");
  }

  /**
   * Has output sent before the call is answered that the current thread serves, and before what
   * that thread calls meanwhile; nothing happens where it serves none.
   *
   * @param output written by the current thread
   */
  default void sendBeforeAnswer(UnsentOutput output) {}
}
