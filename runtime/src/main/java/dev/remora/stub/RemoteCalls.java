package dev.remora.stub;

import dev.remora.wire.Command;

/** Starts calls on the objects of one context; the session implements it. */
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
}
