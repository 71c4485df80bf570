package dev.remora.registry.model;

import dev.remora.registry.model.ContextState.Flag;
import dev.remora.registry.model.ContextState.Table;

/** How a context ends: on each side at once, but not on both at the same time. */
final class Ends {

  private Ends() {}

  /** A side closes: what it has sent still arrives, and the end behind it. */
  static ContextState closed(Scenario scenario, ContextState state, Side side) {
    ContextState next = state.copy();
    end(scenario, next, side);
    next.set(Flag.CUT, side.other(), true);
    next.append(side, Frame.END.code());
    return next;
  }

  /** The connection breaks: each side finds the end of the stream, whenever it looks. */
  static ContextState lost(ContextState state) {
    ContextState next = state.copy();
    for (Side side : Side.BOTH) {
      next.set(Flag.CUT, side, true);
      next.clearWay(side);
      if (!next.is(Flag.ENDED, side.other())) {
        next.append(side, Frame.END.code());
      }
    }
    return next;
  }

  /** A side waits for an answer no longer, and keeps nothing reachable for it. */
  static void endWait(ContextState next, Side side) {
    next.set(Flag.WAITS, side, false);
    next.keepForAnswer(side, 0);
  }

  /**
   * A side releases the context whole: what it owns and what it has in use. Messages that are
   * handed over are decoded all the same by the threads that have them.
   */
  static void end(Scenario scenario, ContextState next, Side side) {
    next.set(Flag.ENDED, side, true);
    next.set(Flag.SERVES, side, false);
    endWait(next, side);
    next.write(side, 0);
    next.clearWay(side.other());
    for (int id = 0; id < scenario.ids(); id++) {
      if (scenario.owner(id) == side) {
        next.set(Table.COUNT, id, 0);
        next.set(Table.DEFERRED, id, 0);
      } else {
        next.set(Table.IN_USE, id, 0);
        next.set(Table.COLLECTED, id, 0);
        next.set(Table.QUEUED, id, 0);
      }
    }
  }
}
