package dev.remora.processor.discover;

import dev.remora.processor.discover.ComponentReader.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** Reads what a bean carries: its public fields, and what has both getter and setter. */
final class BeanReader {
  private final TypeFacts facts;

  BeanReader(TypeFacts facts) {
    this.facts = facts;
  }

  /** The properties of a bean; none if the class is no bean. */
  List<Component> read(TypeElement element, DeclaredType type) {
    if (!isBean(element)) {
      return List.of();
    }
    List<Component> components = new ArrayList<>();
    for (Element member : facts.elements().getAllMembers(element)) {
      nameOf(member, element)
          .ifPresent(
              name -> components.add(new Component(member, name, facts.resultOf(type, member))));
    }
    return components;
  }

  private static boolean isBean(TypeElement element) {
    Set<Modifier> modifiers = element.getModifiers();
    boolean inner = element.getNestingKind().isNested() && !modifiers.contains(Modifier.STATIC);
    return element.getKind() == ElementKind.CLASS
        && modifiers.contains(Modifier.PUBLIC)
        && !inner
        && element.getEnclosedElements().stream().anyMatch(BeanReader::isConstructorOfNothing);
  }

  private static boolean isConstructorOfNothing(Element member) {
    return member.getKind() == ElementKind.CONSTRUCTOR
        && member.getModifiers().contains(Modifier.PUBLIC)
        && ((ExecutableElement) member).getParameters().isEmpty();
  }

  private Optional<String> nameOf(Element member, TypeElement bean) {
    Set<Modifier> modifiers = member.getModifiers();
    if (!modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.STATIC)
        || modifiers.contains(Modifier.TRANSIENT)) {
      return Optional.empty();
    }
    return switch (member.getKind()) {
      case FIELD -> Optional.of(member.getSimpleName().toString());
      case METHOD -> getterOf((ExecutableElement) member, bean);
      default -> Optional.empty();
    };
  }

  private Optional<String> getterOf(ExecutableElement method, TypeElement bean) {
    String name = method.getSimpleName().toString();
    String prefix = method.getReturnType().getKind() == TypeKind.BOOLEAN ? "(get|is)" : "get";
    if (!method.getParameters().isEmpty() || !name.matches(prefix + "[A-Z_$].*")) {
      return Optional.empty();
    }
    String property = name.replaceFirst(prefix, "");
    return hasSetter(bean, "set" + property, method)
        ? Optional.of(decapitalized(property))
        : Optional.empty();
  }

  /** As databind has it: {@code URL} is no {@code uRL}. */
  private static String decapitalized(String property) {
    return property.matches("\\p{Lu}\\p{Lu}.*")
        ? property
        : property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1);
  }

  private boolean hasSetter(TypeElement bean, String name, ExecutableElement getter) {
    return facts.instanceMethods(bean).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> method.getParameters().size() == 1)
        .map(method -> method.getParameters().get(0).asType())
        .anyMatch(type -> facts.types().isSameType(type, getter.getReturnType()));
  }
}
