package dev.remora.session;

import dev.remora.ProtocolException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The calls from the other side that have been read and not been answered. {@link #begin} adds,
 * {@link #end} removes. Any thread.
 */
final class ServedCalls {
  private final ConcurrentMap<Long, ServedCall> byId = new ConcurrentHashMap<>();
  private final Quiescence quiet = new Quiescence();

  /**
   * A call has been read.
   *
   * @throws ProtocolException if its id is that of a call which is under way
   */
  ServedCall begin(Header.CallId call) {
    ServedCall served = new ServedCall(call.id(), call.cause() != 0, call.deadline());
    if (call.id() != 0 && byId.putIfAbsent(call.id(), served) != null) {
      throw new ProtocolException(
          "call id " + call.id() + " is used by a call that is still under way");
    }
    return served;
  }

  /** A call has been answered. */
  void end(ServedCall call) {
    byId.remove(call.id(), call);
    quiet.changed();
  }

  /** Waits until no more calls are under way than so many. */
  void awaitQuiet(int left, Deadline deadline) {
    quiet.await(() -> byId.size() <= left, deadline);
  }

  /** The other side does not want a call any more; nothing happens where it has been answered. */
  void cancel(long callId) {
    ServedCall call = byId.get(callId);
    if (call != null) {
      call.cancel();
    }
  }

  boolean contains(long callId) {
    return byId.containsKey(callId);
  }

  int size() {
    return byId.size();
  }
}
