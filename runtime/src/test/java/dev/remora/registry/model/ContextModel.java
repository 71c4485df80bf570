package dev.remora.registry.model;

import dev.remora.registry.model.ContextState.Flag;
import dev.remora.registry.model.ContextState.Table;
import dev.remora.registry.model.Violation.Property;

/**
 * What can happen to one context: its program, its wire, its garbage collectors and its end.
 *
 * <p>Where the program may do something, it may do it at any time: main sends an object whenever it
 * likes, in an answer or by itself; a renderer calls whatever stub it has. A stub is in use, from
 * its arrival, until it is collected: that a program lets go of it some time before needs no step
 * of its own, because nothing depends on it but the collection.
 */
final class ContextModel implements Model {
  private final Scenario scenario;
  private final ReleaseRule rule;

  ContextModel(Scenario scenario, ReleaseRule rule) {
    this.scenario = scenario;
    this.rule = rule;
  }

  @Override
  public String name() {
    return rule + ", " + scenario.name();
  }

  @Override
  public Scenario scenario() {
    return scenario;
  }

  @Override
  public byte[] initial() {
    return ContextState.opened().cells();
  }

  @Override
  public void expand(byte[] cells, Successors successors) {
    ContextState state = new ContextState(cells);
    Progress steps = new Progress(state, successors);
    for (Side side : Side.BOTH) {
      new ProgramSteps(scenario, rule, state, steps).of(side);
      new WireSteps(scenario, rule, state, steps).of(side);
      new CollectionSteps(scenario, rule, state, steps).of(side);
    }
    if (!state.is(Flag.CUT, Side.MAIN) || !state.is(Flag.CUT, Side.RENDERER)) {
      steps.add(new Step.Lose(), Ends.lost(state));
    }
    steps.checkQuiescence();
    if (rule.isRight()) {
      checkCounts(state, successors);
    }
  }

  /** The invariant behind it all; see {@code docs/protocol.md#why-counted-release-is-safe}. */
  private void checkCounts(ContextState state, Successors successors) {
    for (int id = 0; id < scenario.ids(); id++) {
      Side owner = scenario.owner(id);
      if (state.is(Flag.ENDED, owner) || state.is(Flag.CUT, owner)) {
        continue; // What was on its way is lost, and the context's end releases it.
      }
      int count = state.get(Table.COUNT, id);
      int outstanding = Outstanding.references(state, owner, id);
      if (count != outstanding) {
        successors.violated(
            new Violation(
                Property.COUNT_IS_EXACT,
                "%s is counted %d times, and has %d references"
                    .formatted(scenario.describe(id), count, outstanding)));
      }
    }
  }

  /** Adds steps, and checks that what is due leads to an end. */
  private final class Progress implements Steps {
    private final ContextState state;
    private final Successors successors;
    private final int left;
    private boolean anyDue;

    Progress(ContextState state, Successors successors) {
      this.state = state;
      this.successors = successors;
      this.left = Outstanding.work(state);
    }

    @Override
    public void add(Step step, ContextState next) {
      if (step.isDue()) {
        anyDue = true;
        int then = Outstanding.work(next);
        if (rule.isRight() && then >= left) {
          successors.violatedBy(
              step,
              new Violation(
                  Property.NOTHING_IS_STUCK,
                  "what is left to do goes from %d to %d".formatted(left, then)));
        }
      }
      successors.add(step, next.cells());
    }

    @Override
    public void violatedBy(Step step, Property property, String what) {
      anyDue = true;
      successors.violatedBy(step, new Violation(property, what));
    }

    /** Nothing due is left: then nothing else may be left either. */
    void checkQuiescence() {
      if (anyDue) {
        return;
      }
      if (left > 0) {
        successors.violated(
            new Violation(Property.NOTHING_IS_STUCK, left + " is left to do, and nothing is due"));
      }
      for (int id = 0; id < scenario.ids(); id++) {
        int count = state.get(Table.COUNT, id);
        if (count > 0) {
          successors.violated(
              new Violation(
                  Property.NO_LEAK,
                  "%s is in nobody's use, and %s counts %d references"
                      .formatted(scenario.describe(id), scenario.owner(id), count)));
        }
      }
    }
  }
}
