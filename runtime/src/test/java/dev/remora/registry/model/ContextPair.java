package dev.remora.registry.model;

import dev.remora.registry.model.ContextState.Table;
import dev.remora.registry.model.Violation.Property;
import java.util.Arrays;
import java.util.function.BinaryOperator;

/**
 * What can happen to two contexts that main has given the same things.
 *
 * <p>Every step belongs to one of them. What it does is worked out from that one's part alone, for
 * so it is in the runtime: each context has tables and a stream of its own. (What all share, as the
 * thread that hears of collected stubs, only delays; and any delay is in the model of one. Contexts
 * that shared a stream would be read in one order: fewer runs, and none that is new.) So whatever
 * one does, the other can be in each of its states: there are as many states as pairs of states of
 * one context, which the test counts, and what holds for one context holds for each of two. That is
 * why the larger searches look at one. A rule with one table for all is what it is not like.
 */
final class ContextPair implements Model {
  private final Scenario scenario;
  private final ReleaseRule rule;
  private final ContextModel one;

  ContextPair(Scenario scenario, ReleaseRule rule) {
    this.scenario = scenario;
    this.rule = rule;
    this.one = new ContextModel(scenario, rule);
  }

  @Override
  public String name() {
    return one.name() + " in two contexts";
  }

  @Override
  public Scenario scenario() {
    return scenario;
  }

  @Override
  public byte[] initial() {
    return both(one.initial(), one.initial());
  }

  @Override
  public void expand(byte[] state, Successors successors) {
    byte[] a = Arrays.copyOfRange(state, 0, ContextState.WIDTH);
    byte[] b = Arrays.copyOfRange(state, ContextState.WIDTH, state.length);
    one.expand(a, new OfOne("A", a, b, ContextPair::both, successors));
    one.expand(b, new OfOne("B", b, a, (mine, other) -> both(other, mine), successors));
  }

  private static byte[] both(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** Takes the steps of one context, and looks what they do to the other. */
  private final class OfOne implements Successors {
    private final String context;
    private final byte[] before;
    private final byte[] other;
    private final BinaryOperator<byte[]> both;
    private final Successors successors;

    OfOne(
        String context,
        byte[] before,
        byte[] other,
        BinaryOperator<byte[]> both,
        Successors successors) {
      this.context = context;
      this.before = before;
      this.other = other;
      this.both = both;
      this.successors = successors;
    }

    @Override
    public void add(Step step, byte[] next) {
      Step.InContext inContext = new Step.InContext(context, step);
      byte[] otherAfter = rule.hasTablePerContext() ? other : withoutWhatEnds(next);
      if (Arrays.equals(other, otherAfter)) {
        successors.add(inContext, both.apply(next, other));
      } else {
        successors.violatedBy(
            inContext,
            new Violation(Property.NO_INTERFERENCE, "the other context's objects are gone too"));
      }
    }

    /** The other context, where both look into one table: what ends for one has ended for both. */
    private byte[] withoutWhatEnds(byte[] next) {
      ContextState then = new ContextState(other).copy();
      for (int id = 0; id < scenario.ids(); id++) {
        boolean had = new ContextState(before).get(Table.COUNT, id) > 0;
        boolean has = new ContextState(next).get(Table.COUNT, id) > 0;
        if (scenario.owner(id) == Side.MAIN && had && !has) {
          then.set(Table.COUNT, id, 0);
        }
      }
      return then.cells();
    }

    @Override
    public void violatedBy(Step step, Violation violation) {
      successors.violatedBy(new Step.InContext(context, step), violation);
    }

    @Override
    public void violated(Violation violation) {
      successors.violated(violation);
    }
  }
}
