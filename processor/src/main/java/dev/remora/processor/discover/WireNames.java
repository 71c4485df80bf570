package dev.remora.processor.discover;

import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.PropertyModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives members their names on the wire: the Java name, or where that is not unique the name with
 * erased parameter types.
 *
 * <p>What a superclass's stub calls by a name has that name in the subclass too, whatever overloads
 * come to it there, so that both stubs reach it.
 *
 * <p>A property takes its name from methods too, so that a name without parentheses always means
 * one member.
 */
final class WireNames {
  private WireNames() {}

  static List<ExecutableModel> assign(
      List<ExecutableModel> executables,
      List<PropertyModel> properties,
      Optional<ModuleModel> parent) {
    Map<String, String> inherited = new HashMap<>();
    parent.stream()
        .flatMap(ModuleModel::executables)
        .filter(executable -> executable.kind() == MemberKind.METHOD)
        .forEach(method -> inherited.put(method.erasedName(), method.wireName()));
    Map<String, Integer> uses = new HashMap<>();
    executables.forEach(executable -> uses.merge(key(executable), 1, Integer::sum));
    properties.forEach(property -> uses.merge(property.name(), 1, Integer::sum));
    return executables.stream()
        .map(
            executable ->
                executable.kind() == MemberKind.METHOD
                        && inherited.containsKey(executable.erasedName())
                    ? executable.withWireName(inherited.get(executable.erasedName()))
                    : own(executable, uses))
        .toList();
  }

  private static ExecutableModel own(ExecutableModel executable, Map<String, Integer> uses) {
    return uses.getOrDefault(key(executable), 0) == 1
        ? executable
        : executable.withWireName(executable.erasedName());
  }

  /** Constructors have a name space of their own. */
  private static String key(ExecutableModel executable) {
    return executable.kind() == MemberKind.CONSTRUCTOR
        ? "new " + executable.name()
        : executable.name();
  }
}
