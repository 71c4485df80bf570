package dev.remora.registry.model;

import dev.remora.registry.model.Violation.Property;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found.
 *
 * @param model what was searched
 * @param states how many states were reached
 * @param transitions how many steps lead from one to another
 * @param kinds the kinds of steps that were taken
 * @param depth how many steps the farthest state is away, or the violation
 * @param violation what does not hold, or null
 * @param trace a shortest way to it
 */
record Report(
    String model,
    int states,
    long transitions,
    Set<Class<?>> kinds,
    int depth,
    @Nullable Violation violation,
    List<String> trace) {

  Report {
    kinds = Set.copyOf(kinds);
    trace = List.copyOf(trace);
  }

  /** Which property does not hold, or null. */
  @Nullable Property violated() {
    return violation == null ? null : violation.property();
  }

  @Override
  public String toString() {
    String verdict =
        violation == null ? "holds" : "violates " + violation.property() + ": " + violation.what();
    return String.format(
        Locale.ROOT,
        "model of %s: %,d states, %,d transitions, depth %d: %s",
        model,
        states,
        transitions,
        depth,
        verdict);
  }
}
