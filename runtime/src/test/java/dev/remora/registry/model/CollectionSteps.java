package dev.remora.registry.model;

import dev.remora.registry.model.ContextState.Flag;
import dev.remora.registry.model.ContextState.Table;

/** What becomes of the stubs on a side: collected, heard of, given back. */
final class CollectionSteps {
  private final Scenario scenario;
  private final ReleaseRule rule;
  private final ContextState state;
  private final Steps steps;

  CollectionSteps(Scenario scenario, ReleaseRule rule, ContextState state, Steps steps) {
    this.scenario = scenario;
    this.rule = rule;
    this.state = state;
    this.steps = steps;
  }

  void of(Side side) {
    Frame release = new Frame(Frame.Kind.RELEASE, 0);
    for (int id = 0; id < scenario.ids(); id++) {
      if (scenario.owner(id) != side) {
        if (state.get(Table.IN_USE, id) > 0 && !isKeptReachable(side, id)) {
          collect(side, id);
        }
        for (int arrivals = 1; arrivals <= ContextState.MOST_REFERENCES; arrivals++) {
          if (state.collected(id, arrivals) > 0) {
            hear(side, id, arrivals);
          }
        }
        release = release.releasing(id, state.get(Table.QUEUED, id));
      }
    }
    if (release.content() != 0) {
      release(side, release);
    }
  }

  private boolean isKeptReachable(Side side, int id) {
    int written = state.written(side);
    boolean isWritten = written != 0 && Frame.of(written).has(id);
    return (rule.keepsReachableUntilSent() && isWritten)
        || ((state.keptForAnswer(side) >> id) & 1) == 1;
  }

  private void collect(Side side, int id) {
    ContextState next = state.copy();
    next.collect(id, state.get(Table.IN_USE, id), 1);
    next.set(Table.IN_USE, id, 0);
    steps.add(new Step.Collect(side, id), next);
  }

  private void hear(Side side, int id, int arrivals) {
    ContextState next = state.copy();
    next.collect(id, arrivals, -1);
    if (!state.is(Flag.ENDED, side)) {
      int back = rule.givesBack(arrivals, state.get(Table.IN_USE, id));
      next.set(Table.QUEUED, id, state.get(Table.QUEUED, id) + back);
    }
    steps.add(new Step.Hear(side, id, arrivals), next);
  }

  /**
   * All that is queued leaves in one frame. That a thread may take some of it out, and be late,
   * needs no step of its own: it is as if what it has taken had not been heard of yet.
   */
  private void release(Side side, Frame release) {
    boolean lost = state.is(Flag.CUT, side);
    if (!lost && state.lengthOfWay(side) >= scenario.onTheWay()) {
      return;
    }
    ContextState next = state.copy();
    for (int id = 0; id < scenario.ids(); id++) {
      if (scenario.owner(id) != side) {
        next.set(Table.QUEUED, id, 0);
      }
    }
    if (!lost) {
      next.append(side, release.code());
    }
    steps.add(new Step.Release(side, release), next);
  }
}
