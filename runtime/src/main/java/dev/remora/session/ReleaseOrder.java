package dev.remora.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lets releases take effect only when the frames before them have been decoded, also if that is
 * done by other threads than the one that reads (rule 4 of {@code docs/protocol.md#release}). Any
 * thread.
 */
final class ReleaseOrder {
  private final Queue<Object> order = new ArrayDeque<>();

  /** A frame whose ids another thread is going to resolve. */
  static final class Undecoded {
    /** A frame that names nothing of this side, so that no release has to wait for it. */
    static final Undecoded NAMES_NOTHING = new Undecoded(null);

    private final @Nullable ReleaseOrder in;
    private boolean decoded;

    private Undecoded(@Nullable ReleaseOrder in) {
      this.in = in;
    }

    /** Its ids are resolved, or never will be: what was released behind it may go. Repeatable. */
    void decoded() {
      if (in != null) {
        in.decoded(this);
      }
    }
  }

  private void decoded(Undecoded frame) {
    synchronized (order) {
      if (frame.decoded) {
        return;
      }
      frame.decoded = true;
    }
    settle(null);
  }

  /** A frame has been read that is decoded later. */
  Undecoded undecoded() {
    Undecoded frame = new Undecoded(this);
    synchronized (order) {
      order.add(frame);
    }
    return frame;
  }

  /** A release has been read. */
  void release(Runnable release) {
    settle(release);
  }

  private void settle(@Nullable Runnable last) {
    List<Runnable> due = new ArrayList<>(1);
    synchronized (order) {
      if (last != null) {
        order.add(last);
      }
      for (Object next = order.peek(); next != null; next = order.peek()) {
        if (next instanceof Undecoded frame && !frame.decoded) {
          break;
        }
        order.remove();
        if (next instanceof Runnable release) {
          due.add(release);
        }
      }
    }
    due.forEach(Runnable::run);
  }
}
