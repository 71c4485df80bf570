package dev.remora.session;

import dev.remora.ProtocolException;
import dev.remora.registry.OpenTable;
import org.jspecify.annotations.Nullable;

/**
 * The calls from the other side that have been read and not been answered. {@link #begin} adds,
 * {@link #end} removes. Any thread.
 */
final class ServedCalls {
  private final ById byId = new ById();
  private final Quiescence quiet = new Quiescence();

  /** Also its own lock. */
  private static final class ById extends OpenTable<ServedCall> {
    @Override
    protected long key(ServedCall call) {
      return call.id();
    }
  }

  /**
   * A call has been read.
   *
   * @throws ProtocolException if its id is that of a call which is under way
   */
  ServedCall begin(Header.CallId call) {
    ServedCall served = new ServedCall(call.id(), call.cause() != 0, call.deadline());
    if (call.id() == 0) {
      return served;
    }
    synchronized (byId) {
      if (byId.find(call.id()) != null) {
        throw new ProtocolException(
            "call id " + call.id() + " is used by a call that is still under way");
      }
      byId.add(served);
      return served;
    }
  }

  /** A call has been answered. */
  void end(ServedCall call) {
    if (call.id() != 0) {
      synchronized (byId) {
        byId.remove(call);
      }
    }
    quiet.changed();
  }

  /** Waits until no more calls are under way than so many. */
  void awaitQuiet(int left, Deadline deadline) {
    quiet.await(() -> size() <= left, deadline);
  }

  /** The other side does not want a call any more; nothing happens where it has been answered. */
  void cancel(long callId) {
    ServedCall call = find(callId);
    if (call != null) {
      call.cancel();
    }
  }

  boolean contains(long callId) {
    return find(callId) != null;
  }

  int size() {
    synchronized (byId) {
      return byId.size();
    }
  }

  private @Nullable ServedCall find(long callId) {
    synchronized (byId) {
      return byId.find(callId);
    }
  }
}
