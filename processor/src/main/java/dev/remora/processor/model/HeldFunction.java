package dev.remora.processor.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * A functional interface inside of a value.
 *
 * @param holder the record or bean that has it
 * @param component the name of the component in which it stands
 * @param function how its functions cross
 */
public record HeldFunction(TypeElement holder, String component, Passing.Function function) {
  private static final Comparator<HeldFunction> ORDER =
      Comparator.<HeldFunction, String>comparing(held -> held.holder.getQualifiedName().toString())
          .thenComparing(HeldFunction::component)
          .thenComparing(held -> held.function.key());

  /** All inside of a value, through to the last component; each place once, in a fixed order. */
  static List<HeldFunction> in(Passing.Value value, ModuleModel module) {
    Set<HeldFunction> held = new TreeSet<>(ORDER);
    Set<String> visited = new HashSet<>();
    values(value).forEach(inner -> collect(inner, module, visited, held));
    return List.copyOf(held);
  }

  private static void collect(
      Passing.Value value, ModuleModel module, Set<String> visited, Set<HeldFunction> held) {
    if (!visited.add(value.key())) {
      return;
    }
    module.value(value).stream()
        .flatMap(model -> model.components().stream())
        .forEach(
            component -> {
              functions(component).forEach(held::add);
              values(component.passing()).forEach(inner -> collect(inner, module, visited, held));
            });
  }

  private static Stream<Passing.Value> values(Passing passing) {
    return passing.held().filter(Passing.Value.class::isInstance).map(Passing.Value.class::cast);
  }

  /** Those that stand in a component, and not in one of a value that stands there. */
  private static Stream<HeldFunction> functions(ComponentModel component) {
    return component
        .passing()
        .held()
        .filter(Passing.Function.class::isInstance)
        .map(
            part ->
                new HeldFunction(component.holder(), component.name(), (Passing.Function) part));
  }
}
