package dev.remora.registry.model;

import dev.remora.registry.model.ContextState.Flag;
import dev.remora.registry.model.ContextState.Table;
import dev.remora.registry.model.Frame.Kind;

/** What the program on a side can do: write messages, and close the context. */
final class ProgramSteps {
  private static final int NO_ID = -1;

  private final Scenario scenario;
  private final ReleaseRule rule;
  private final ContextState state;
  private final Steps steps;

  ProgramSteps(Scenario scenario, ReleaseRule rule, ContextState state, Steps steps) {
    this.scenario = scenario;
    this.rule = rule;
    this.state = state;
    this.steps = steps;
  }

  void of(Side side) {
    if (state.is(Flag.ENDED, side)) {
      return;
    }
    if (state.written(side) == 0) {
      write(side);
    }
    if (!state.is(Flag.CUT, side)) {
      steps.add(new Step.Close(side), Ends.closed(scenario, state, side));
    }
  }

  /** Every message that the side can write now. */
  private void write(Side side) {
    int writable = 0;
    for (int id = 0; id < scenario.ids(); id++) {
      if (scenario.owner(id) == side ? canGive(id) : state.get(Table.IN_USE, id) > 0) {
        writable |= 1 << id;
      }
    }
    if (state.is(Flag.SERVES, side)) {
      write(side, new Frame(Kind.ANSWER, 0));
    }
    for (int ids = 1; ids <= writable; ids++) {
      if ((ids & ~writable) == 0 && isOneIdPerThing(ids)) {
        write(side, new Frame(Kind.POST, ids));
        if (namedBy(side, ids) != 0 && !state.is(Flag.WAITS, side)) {
          write(side, new Frame(Kind.CALL, ids));
        }
        if (state.is(Flag.SERVES, side)) {
          write(side, new Frame(Kind.ANSWER, ids));
        }
      }
    }
  }

  /** The ids among these that the other side owns. */
  private int namedBy(Side side, int ids) {
    int named = 0;
    for (int id = 0; id < scenario.ids(); id++) {
      if (scenario.owner(id) != side) {
        named |= ids & (1 << id);
      }
    }
    return named;
  }

  private boolean isOneIdPerThing(int ids) {
    boolean one = true;
    for (int id = 0; id < scenario.ids(); id += Scenario.IDS_PER_THING) {
      int idsOfThing = (ids >> id) & ((1 << Scenario.IDS_PER_THING) - 1);
      one &= Integer.bitCount(idsOfThing) <= 1;
    }
    return one;
  }

  private void write(Side side, Frame frame) {
    ContextState next = state.copy();
    for (int id = 0; id < scenario.ids(); id++) {
      if (frame.has(id) && scenario.owner(id) == side) {
        next.set(Table.COUNT, id, rule.afterGiving(state.get(Table.COUNT, id)));
      }
    }
    if (frame.kind() == Kind.CALL) {
      next.set(Flag.WAITS, side, true);
      if (rule.keepsReachableUntilAnswered()) {
        next.keepForAnswer(side, namedBy(side, frame.content()));
      }
    }
    if (frame.kind() == Kind.ANSWER) {
      next.set(Flag.SERVES, side, false);
    }
    next.write(side, frame.code());
    steps.add(new Step.Write(side, frame), next);
  }

  /** Whether this is the id under which its owner gives a thing now, and may once more. */
  private boolean canGive(int id) {
    return id == idToGive(id / Scenario.IDS_PER_THING * Scenario.IDS_PER_THING)
        && state.get(Table.COUNT, id) < scenario.references();
  }

  /**
   * The id under which a thing is held, or else one that nobody knows any more. The owner takes ids
   * that were never used; but as nobody can tell an id that is forgotten everywhere from a new one,
   * two ids are enough for runs of any length.
   */
  private int idToGive(int first) {
    int unknown = NO_ID;
    for (int id = first + Scenario.IDS_PER_THING - 1; id >= first; id--) {
      if (state.get(Table.COUNT, id) > 0) {
        return id;
      }
      if (Outstanding.isUnknown(state, id)) {
        unknown = id;
      }
    }
    return unknown;
  }
}
