package dev.remora.registry.model;

import dev.remora.registry.model.ContextState.Flag;
import dev.remora.registry.model.ContextState.Table;
import dev.remora.registry.model.Frame.Kind;
import dev.remora.registry.model.Violation.Property;

/** What becomes of frames: sent or given up, read, handed over, decoded. */
final class WireSteps {
  private final Scenario scenario;
  private final ReleaseRule rule;
  private final ContextState state;
  private final Steps steps;

  WireSteps(Scenario scenario, ReleaseRule rule, ContextState state, Steps steps) {
    this.scenario = scenario;
    this.rule = rule;
    this.state = state;
    this.steps = steps;
  }

  void of(Side side) {
    int written = state.written(side);
    if (written != 0) {
      send(side, Frame.of(written));
      giveUp(side, Frame.of(written));
    }
    int first = state.onTheWay(side.other(), 0);
    if (first != 0 && !state.is(Flag.ENDED, side)) {
      read(side, Frame.of(first));
    }
    for (int i = 0; state.handedOver(side, i) != 0; i++) {
      if (i == 0 || state.handedOver(side, i) != state.handedOver(side, i - 1)) {
        decodeHandedOver(side, i);
      }
    }
  }

  private void send(Side side, Frame frame) {
    boolean lost = state.is(Flag.CUT, side);
    if (!lost && state.lengthOfWay(side) >= scenario.onTheWay()) {
      return;
    }
    ContextState next = state.copy();
    next.write(side, 0);
    if (!lost) {
      next.append(side, frame.code());
    }
    steps.add(new Step.Send(side, frame), next);
  }

  /** A later argument could not be written, or the answer is replaced by an error. */
  private void giveUp(Side side, Frame frame) {
    if (frame.content() == 0 || !rule.hasFailures()) {
      return;
    }
    ContextState next = state.copy();
    next.write(side, frame.kind() == Kind.ANSWER ? new Frame(Kind.ANSWER, 0).code() : 0);
    if (frame.kind() == Kind.CALL) {
      Ends.endWait(next, side);
    }
    for (int id = 0; id < scenario.ids(); id++) {
      if (frame.has(id) && scenario.owner(id) == side) {
        next.set(Table.COUNT, id, rule.afterTakingBack(state.get(Table.COUNT, id)));
      }
    }
    steps.add(new Step.GiveUp(side, frame), next);
  }

  private void read(Side side, Frame frame) {
    ContextState next = state.copy();
    next.takeFirst(side.other());
    if (frame.kind() == Kind.END) {
      Ends.end(scenario, next, side);
      steps.add(new Step.Read(side, frame), next);
    } else if (frame.kind() == Kind.RELEASE) {
      release(new Step.Read(side, frame), next, side, frame);
    } else {
      if (state.countHandedOver(side) < scenario.handedOver()) {
        ContextState later = next.copy();
        later.handOver(side, frame.code());
        steps.add(new Step.HandOver(side, frame), later);
      }
      refuse(next, side, frame);
      decode(new Step.Read(side, frame), next, side, frame);
    }
  }

  private void release(Step step, ContextState next, Side side, Frame frame) {
    boolean waits = rule.releasesWaitForEarlierFrames() && state.handedOver(side, 0) != 0;
    for (int id = 0; id < scenario.ids(); id++) {
      int released = frame.released(id);
      if (released > 0 && waits) {
        next.set(Table.DEFERRED, id, next.get(Table.DEFERRED, id) + released);
      } else if (released > 0 && !applied(step, next, id, released)) {
        return;
      }
    }
    steps.add(step, next);
  }

  private boolean applied(Step step, ContextState next, int id, int released) {
    int before = next.get(Table.COUNT, id);
    int after = rule.afterRelease(before, released);
    if (after < 0) {
      steps.violatedBy(
          step,
          Property.NO_NEGATIVE_COUNT,
          "%d references to %s are given back, of %d"
              .formatted(released, scenario.describe(id), before));
      return false;
    }
    next.set(Table.COUNT, id, after);
    return true;
  }

  private void decodeHandedOver(Side side, int index) {
    Frame frame = Frame.of(state.handedOver(side, index));
    ContextState next = state.copy();
    next.takeHandedOver(side, index);
    refuse(next, side, frame);
    decode(new Step.Decode(side, frame), next, side, frame);
  }

  /**
   * A message that gives something is not decoded: over a limit, for a member that is not there,
   * the answer to a call that nobody waits for any more.
   */
  private void refuse(ContextState taken, Side side, Frame frame) {
    if (!rule.hasFailures() || !givesAnything(frame, side.other())) {
      return;
    }
    ContextState next = taken.copy();
    if (rule.givesBackWhatItRefuses() && !state.is(Flag.ENDED, side)) {
      for (int id = 0; id < scenario.ids(); id++) {
        if (frame.has(id) && scenario.owner(id) != side) {
          next.set(Table.QUEUED, id, next.get(Table.QUEUED, id) + 1);
        }
      }
    }
    finish(new Step.Refuse(side, frame), next, side, frame);
  }

  private boolean givesAnything(Frame frame, Side sender) {
    boolean gives = false;
    for (int id = 0; id < scenario.ids(); id++) {
      gives |= frame.has(id) && scenario.owner(id) == sender;
    }
    return gives;
  }

  private void decode(Step step, ContextState next, Side side, Frame frame) {
    boolean ended = state.is(Flag.ENDED, side);
    for (int id = 0; id < scenario.ids(); id++) {
      if (!frame.has(id)) {
        continue;
      }
      if (scenario.owner(id) != side) {
        next.set(Table.IN_USE, id, rule.afterArrival(next.get(Table.IN_USE, id)));
      } else if (!ended && next.get(Table.COUNT, id) == 0) {
        steps.violatedBy(
            step,
            side == Side.MAIN ? Property.NO_EARLY_FREE : Property.NO_LOST_CALLBACK,
            "%s is named, and %s has it no more".formatted(scenario.describe(id), side));
        return;
      }
    }
    finish(step, next, side, frame);
  }

  /** A message's ids are resolved, or never will be: the call goes on, and so do releases. */
  private void finish(Step step, ContextState next, Side side, Frame frame) {
    boolean ended = state.is(Flag.ENDED, side);
    if (!ended && frame.kind() == Kind.CALL) {
      next.set(Flag.SERVES, side, true);
    }
    if (!ended && frame.kind() == Kind.ANSWER) {
      Ends.endWait(next, side);
    }
    if (next.handedOver(side, 0) != 0 || appliedDeferred(step, next, side)) {
      steps.add(step, next);
    }
  }

  private boolean appliedDeferred(Step step, ContextState next, Side side) {
    for (int id = 0; id < scenario.ids(); id++) {
      int released = next.get(Table.DEFERRED, id);
      if (released > 0 && scenario.owner(id) == side) {
        next.set(Table.DEFERRED, id, 0);
        if (!applied(step, next, id, released)) {
          return false;
        }
      }
    }
    return true;
  }
}
