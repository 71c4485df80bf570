package dev.remora.processor.check;

import dev.remora.processor.model.FunctionModel;
import dev.remora.processor.model.HeldFunction;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.Passing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;

/**
 * Two functions of one interface in one component, as where a generic record occurs twice in a
 * value: databind knows the component and the interface, but not which of the two it has before it.
 *
 * @param component the component, after its record or bean
 * @param one the type of the first, with its delivery
 * @param other that of the second
 */
record FunctionsAlike(String component, String one, String other) {

  /** All in the values that a type leads to. */
  static List<FunctionsAlike> in(ModuleModel module, Passing passing) {
    List<FunctionsAlike> found = new ArrayList<>();
    collect(module, passing, new HashSet<>(), found);
    return found;
  }

  private static void collect(
      ModuleModel module, Passing passing, Set<String> visited, List<FunctionsAlike> found) {
    passing
        .all()
        .forEach(
            part -> {
              if (part instanceof Passing.Value value && visited.add(value.key())) {
                List<HeldFunction> held = module.heldBy(value);
                compare(held, found);
                held.forEach(one -> collect(module, one.function(), visited, found));
              } else if (part instanceof Passing.Function function && visited.add(function.key())) {
                module.function(function).stream()
                    .flatMap(FunctionModel::passings)
                    .forEach(inner -> collect(module, inner, visited, found));
              }
            });
  }

  private static void compare(List<HeldFunction> held, List<FunctionsAlike> found) {
    Map<Place, HeldFunction> first = new HashMap<>();
    for (HeldFunction next : held) {
      HeldFunction known = first.putIfAbsent(Place.of(next), next);
      if (known != null) {
        found.add(
            new FunctionsAlike(
                next.holder().getSimpleName() + "." + next.component(),
                known.function().signature(),
                next.function().signature()));
      }
    }
  }

  /** What databind knows of a function. */
  private record Place(Element holder, String component, Element type) {
    static Place of(HeldFunction held) {
      Element type = ((DeclaredType) held.function().type()).asElement();
      return new Place(held.holder(), held.component(), type);
    }
  }
}
