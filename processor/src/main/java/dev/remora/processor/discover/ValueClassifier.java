package dev.remora.processor.discover;

import com.google.auto.common.MoreTypes;
import dev.remora.processor.discover.TypeClassifier.Place;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Looks into records and beans, through to the last component. */
final class ValueClassifier {
  private final TypeFacts facts;
  private final TypeClassifier types;
  private final BeanReader beans;

  /**
   * The values that are being looked into, and those without type arguments that were found in
   * order.
   */
  private final Set<String> seen = new HashSet<>();

  ValueClassifier(TypeFacts facts, TypeClassifier types) {
    this.facts = facts;
    this.types = types;
    this.beans = new BeanReader(facts);
  }

  /** Why a declared type is no value, or nothing if it is one. */
  Optional<Passing> problemIn(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    if (JacksonAnnotations.shape(element)) {
      return Optional.empty();
    }
    if (facts.isOfJdk(element)) {
      return Optional.of(TypeClassifier.refused(type, Refusal.UNKNOWN));
    }
    if (element.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.of(TypeClassifier.refused(type, Refusal.ABSTRACT_VALUE));
    }
    List<Component> components = componentsOf(element, type);
    if (components.isEmpty() && element.getKind() != ElementKind.RECORD) {
      return Optional.of(TypeClassifier.refused(type, Refusal.UNKNOWN));
    }
    return problemIn(type, components);
  }

  private Optional<Passing> problemIn(DeclaredType type, List<Component> components) {
    TypeElement element = MoreTypes.asTypeElement(type);
    String name = element.getQualifiedName().toString();
    if (!seen.add(name)) {
      return Optional.empty();
    }
    Optional<Passing> problem =
        components.stream().flatMap(component -> problemIn(type, component).stream()).findFirst();
    if (problem.isPresent() || !element.getTypeParameters().isEmpty()) {
      seen.remove(name);
    }
    return problem;
  }

  private Optional<Passing> problemIn(DeclaredType type, Component component) {
    return types
        .classify(component.use(), Place.VALUE)
        .all()
        .filter(TypeClassifier::isProblem)
        .findFirst()
        .map(
            part ->
                part instanceof Passing.Refused refused ? within(type, component, refused) : part);
  }

  /** The refusal with the way to it in front: {@code Entry.owner.thread}. */
  private static Passing within(DeclaredType type, Component component, Passing.Refused refused) {
    List<String> path = new ArrayList<>();
    path.add(type.asElement().getSimpleName().toString());
    path.add(component.name());
    refused.path().stream().skip(1).forEach(path::add);
    return new Passing.Refused(type, refused.culprit(), refused.reason(), path);
  }

  private List<Component> componentsOf(TypeElement element, DeclaredType type) {
    return element.getKind() == ElementKind.RECORD
        ? componentsOfRecord(element, type)
        : beans.read(element, type);
  }

  private List<Component> componentsOfRecord(TypeElement element, DeclaredType type) {
    return element.getRecordComponents().stream()
        .filter(component -> !JacksonAnnotations.on(component.getAccessor()))
        .map(
            component ->
                Component.of(
                    facts, type, component.getSimpleName().toString(), component.getAccessor()))
        .toList();
  }

  /** A record's component or a bean's property. */
  record Component(String name, TypeUse use) {

    /** Typed as a field or getter of the value is. */
    static Component of(TypeFacts facts, DeclaredType type, String name, Element element) {
      return new Component(name, facts.resultOf(type, element));
    }
  }
}
