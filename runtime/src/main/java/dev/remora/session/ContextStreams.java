package dev.remora.session;

import dev.remora.BadArgumentsException;
import dev.remora.MissingObjectException;
import dev.remora.ProtocolException;
import dev.remora.registry.OwnedObjects;
import dev.remora.registry.StubCache;
import dev.remora.stub.GivenStream;
import dev.remora.stub.RemoteCalls;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStream;
import dev.remora.stub.StreamOwner;
import dev.remora.stub.StreamType;
import dev.remora.stub.UnsentOutput;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one context, on one side: those that it gave, among the objects that it gave, and
 * those that it was given. A stream that was given away for good is closed, by a worker, when it
 * leaves the table. Any thread.
 *
 * @param given what this end gave
 * @param proxies what this end was given
 * @param calls starts the operations of streams
 */
record ContextStreams(OwnedObjects<Object> given, StubCache proxies, RemoteCalls calls) {

  <T> long give(StreamType<T> type, T stream, StreamOwner owner, @Nullable String origin) {
    GivenStream fresh = type.give(stream, owner);
    try {
      return given.give(stream, fresh, origin);
    } catch (RuntimeException e) {
      close(fresh);
      throw e;
    }
  }

  <T> T find(StreamType<T> type, long id) {
    OwnedObjects.Held<Object> held = given.find(id);
    if (held == null) {
      throw new MissingObjectException(
          "Cannot pass missing remote stream " + given.describeMissing(id));
    }
    if (!(held.sentAs() instanceof GivenStream stream) || !stream.isOf(type)) {
      throw new BadArgumentsException(
          "remote stream %d is a %s, not a %s".formatted(id, held.sentAs(), type));
    }
    return stream(type, held);
  }

  @SuppressWarnings("unchecked") // give() puts a T under what its StreamType<T> has made
  private static <T> T stream(StreamType<T> type, OwnedObjects.Held<Object> held) {
    return (T) type.stream().cast(held.object());
  }

  <T> T arrived(StreamType<T> type, long id, StreamOwner owner) {
    Object stream =
        proxies.arrived(
            id,
            fresh -> new RemoteStream(new RemoteReference(type, fresh, calls, ""), type, owner));
    if (!(stream instanceof RemoteStream remote) || !type.isOf(remote)) {
      throw new ProtocolException(
          "stream %d came as %s, and is in use as %s".formatted(id, type, stream));
    }
    UnsentOutput unsent = remote.unsent();
    if (unsent != null) {
      // Whichever thread writes: what is written by the end of the call is there with its answer.
      calls.sendBeforeAnswer(unsent);
    }
    return type.viewOf(remote);
  }

  /** Whether the other side calls a stream by that id. */
  boolean isGiven(long id) {
    OwnedObjects.Held<Object> held = given.find(id);
    return held != null && held.sentAs() instanceof GivenStream;
  }

  /** What was given has left the table, if it is not null. */
  static void released(OwnedObjects.@Nullable Held<Object> held) {
    if (held != null && held.sentAs() instanceof GivenStream stream) {
      close(stream);
    }
  }

  /** Closes it where it is nobody's any more: it is user code, so not on this thread. */
  private static void close(GivenStream stream) {
    if (stream.isToBeClosed()) {
      Workers.run(stream::closeUnused);
    }
  }
}
