package dev.remora.registry.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Visits all states that can be reached, nearest first, until a property does not hold. */
final class Search {
  private static final int NOWHERE = -1;

  private final Model model;
  private final StateStore states;
  private final Set<Class<?>> kinds = new HashSet<>();
  private long transitions;
  private int depth;
  private @Nullable Found found;

  private Search(Model model) {
    this.model = model;
    this.states = new StateStore(model.initial().length);
  }

  /** A violation, in a state or by a step from it. */
  private record Found(int state, @Nullable Step step, Violation violation) {}

  /**
   * Visits a model's states, and prints what came of it in one line; and the way to a violation,
   * step by step.
   */
  static Report of(Model model) {
    long start = System.nanoTime();
    Search search = new Search(model);
    search.run();
    Report report = search.report();
    System.out.printf("%s (%.1f s)%n", report, (System.nanoTime() - start) / 1e9);
    for (int i = 0; i < report.trace().size(); i++) {
      System.out.printf("  %2d. %s%n", i + 1, report.trace().get(i));
    }
    return report;
  }

  private void run() {
    states.add(model.initial(), NOWHERE);
    int endOfLevel = 1;
    for (int state = 0; state < states.size(); state++) {
      if (state == endOfLevel) {
        if (found != null) {
          return;
        }
        depth++;
        endOfLevel = states.size();
      }
      expand(state);
      if (found != null && found.step() == null) {
        return;
      }
    }
  }

  private void expand(int state) {
    model.expand(
        states.get(state),
        new Model.Successors() {
          @Override
          public void add(Step step, byte[] next) {
            transitions++;
            kinds.add(step.getClass());
            states.add(next, state);
          }

          @Override
          public void violatedBy(Step step, Violation violation) {
            if (found == null) {
              found = new Found(state, step, violation);
            }
          }

          @Override
          public void violated(Violation violation) {
            // One step nearer than what a step from another state of the same level violates.
            if (found == null || found.step() != null) {
              found = new Found(state, null, violation);
            }
          }
        });
  }

  private Report report() {
    Found end = found;
    if (end == null) {
      return new Report(model.name(), states.size(), transitions, kinds, depth, null, List.of());
    }
    List<String> trace = traceTo(end.state());
    if (end.step() != null) {
      trace.add(end.step().describe(model.scenario()));
    }
    return new Report(
        model.name(), states.size(), transitions, kinds, trace.size(), end.violation(), trace);
  }

  /** Only the states are kept; the steps between them are found again. */
  private List<String> traceTo(int last) {
    List<String> trace = new ArrayList<>();
    for (int state = last;
        states.reachedFrom(state) != NOWHERE;
        state = states.reachedFrom(state)) {
      trace.add(stepBetween(states.get(states.reachedFrom(state)), states.get(state)));
    }
    Collections.reverse(trace);
    return trace;
  }

  private String stepBetween(byte[] from, byte[] to) {
    List<String> steps = new ArrayList<>();
    model.expand(
        from,
        new Model.Successors() {
          @Override
          public void add(Step step, byte[] next) {
            if (Arrays.equals(next, to)) {
              steps.add(step.describe(model.scenario()));
            }
          }

          @Override
          public void violatedBy(Step step, Violation violation) {}

          @Override
          public void violated(Violation violation) {}
        });
    return steps.get(0);
  }
}
