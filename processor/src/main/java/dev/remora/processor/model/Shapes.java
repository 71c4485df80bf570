package dev.remora.processor.model;

import com.google.auto.common.MoreTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * What signatures name and do not show, and both processes must agree on as well: the components of
 * values, the constants of enums, the methods of functional interfaces. The JDK's own are not
 * listed, nor what Jackson annotations describe.
 */
final class Shapes {
  private final ModuleModel module;
  private final Set<String> seen = new HashSet<>();
  private final SortedSet<String> lines = new TreeSet<>();

  private Shapes(ModuleModel module) {
    this.module = module;
  }

  /** Those that the members lead to, each once, in a fixed order. */
  static List<String> of(ModuleModel module) {
    Shapes shapes = new Shapes(module);
    module.members().stream().flatMap(MemberModel::passings).forEach(shapes::collect);
    return List.copyOf(shapes.lines);
  }

  private void collect(Passing passing) {
    passing.all().forEach(this::collectOne);
  }

  private void collectOne(Passing part) {
    if (part instanceof Passing.Value value && seen.add("value " + value.key())) {
      module.value(value).ifPresent(model -> collect(value, model));
    } else if (part instanceof Passing.Function function
        && seen.add("function " + function.key())) {
      module.function(function).ifPresent(model -> collect(function, model));
    } else if (part instanceof Passing.ByClass byClass
        && byClass.factory() == Passing.ByClass.Factory.ENUMERATION
        && isOfUser(byClass.type())) {
      lines.add(constants(byClass.type()));
    }
  }

  /** By name, as JSON has them: another order is no other shape. */
  private void collect(Passing.Value value, ValueModel model) {
    model.components().stream().map(ComponentModel::passing).forEach(this::collect);
    lines.add(
        model.components().stream()
            .map(component -> component.passing().signature() + " " + component.name())
            .sorted()
            .collect(
                Collectors.joining(", ", "value " + TypeText.qualified(value.type()) + "(", ")")));
  }

  private void collect(Passing.Function function, FunctionModel model) {
    model.passings().forEach(this::collect);
    if (isOfUser(function.type())) {
      String taken =
          model.parameters().stream()
              .map(parameter -> parameter.passing().signature())
              .collect(Collectors.joining(", ", "(", ")"));
      lines.add(
          "function "
              + TypeText.qualified(function.type())
              + ": "
              + model.result().signature()
              + " "
              + model.name()
              + taken
              + ExceptionModel.thrown(model.exceptions()));
    }
  }

  private static String constants(TypeMirror type) {
    Stream<? extends Element> members =
        MoreTypes.asTypeElement(type).getEnclosedElements().stream();
    return members
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .map(member -> member.getSimpleName().toString())
        .sorted()
        .collect(Collectors.joining(", ", "enum " + TypeText.qualified(type) + "(", ")"));
  }

  private static boolean isOfUser(TypeMirror type) {
    String name = ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString();
    return !name.startsWith("java.") && !name.startsWith("javax.");
  }
}
