package dev.remora.processor.discover;

import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.PropertyModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives members their names on the wire: the Java name, or where that is not unique the name with
 * erased parameter types.
 *
 * <p>A property takes its name from methods too, so that a name without parentheses always means
 * one member.
 */
final class WireNames {
  private WireNames() {}

  static List<ExecutableModel> assign(
      List<ExecutableModel> executables, List<PropertyModel> properties) {
    Map<String, Integer> uses = new HashMap<>();
    executables.forEach(executable -> uses.merge(key(executable), 1, Integer::sum));
    properties.forEach(property -> uses.merge(property.name(), 1, Integer::sum));
    return executables.stream()
        .map(
            executable ->
                uses.getOrDefault(key(executable), 0) == 1 ? executable : overloaded(executable))
        .toList();
  }

  private static ExecutableModel overloaded(ExecutableModel executable) {
    return executable.withWireName(executable.erasedName());
  }

  /** Constructors have a name space of their own. */
  private static String key(ExecutableModel executable) {
    return executable.kind() == MemberKind.CONSTRUCTOR
        ? "new " + executable.name()
        : executable.name();
  }
}
