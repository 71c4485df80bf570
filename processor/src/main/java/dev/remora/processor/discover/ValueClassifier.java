package dev.remora.processor.discover;

import com.google.auto.common.MoreTypes;
import dev.remora.processor.discover.TypeClassifier.Place;
import dev.remora.processor.model.ComponentModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.Passing.Value.Contents;
import dev.remora.processor.model.Refusal;
import dev.remora.processor.model.ValueModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Looks into records and beans, through to the last component. */
final class ValueClassifier {
  /** A value within itself with other type arguments is looked into so often, and then trusted. */
  private static final int DEPTH = 8;

  private final TypeFacts facts;
  private final TypeClassifier types;
  private final ComponentReader components;
  private final ReadTypes known;

  /** The values that are being looked into, from the outermost on. */
  private final Deque<Passing.Value> reading = new ArrayDeque<>();

  ValueClassifier(TypeFacts facts, TypeClassifier types, ReadTypes known) {
    this.facts = facts;
    this.types = types;
    this.components = new ComponentReader(facts);
    this.known = known;
  }

  /** How a declared type crosses as a value: perhaps not at all. */
  Passing read(DeclaredType type, TypeUse use) {
    TypeElement element = MoreTypes.asTypeElement(type);
    if (JacksonAnnotations.shape(element)) {
      return shaped(type, use);
    }
    if (facts.isOfJdk(element)) {
      return TypeClassifier.refused(type, Refusal.UNKNOWN);
    }
    if (element.getModifiers().contains(Modifier.ABSTRACT)) {
      return TypeClassifier.refused(type, Refusal.ABSTRACT_VALUE);
    }
    List<ComponentReader.Component> found = components.read(element, type);
    if (found.isEmpty() && element.getKind() != ElementKind.RECORD) {
      return TypeClassifier.refused(type, Refusal.UNKNOWN);
    }
    Passing.Value value = value(type, Contents.STRUCTURE, use);
    return problemIn(value, element, found, use).orElse(value);
  }

  /** A collection of the JDK inside of a value. */
  Passing collection(DeclaredType type, TypeUse use) {
    return value(type, Contents.COLLECTION, use);
  }

  /**
   * What Jackson annotations describe is trusted; but where in it functions stand, nobody knows.
   */
  private Passing shaped(DeclaredType type, TypeUse use) {
    Passing.Value value = value(type, Contents.SHAPED, use);
    return value
        .held()
        .filter(Passing.Function.class::isInstance)
        .findFirst()
        .map(function -> refused(type, function, Refusal.FUNCTION_IN_SHAPED_VALUE))
        .orElse(value);
  }

  private static Passing refused(DeclaredType type, Passing culprit, Refusal reason) {
    return new Passing.Refused(type, culprit.type(), reason, List.of());
  }

  /** A generic value's arguments stand inside of it. */
  private Passing.Value value(DeclaredType type, Contents contents, TypeUse use) {
    List<Passing> parts =
        use.arguments().stream().map(part -> types.classify(part, Place.VALUE)).toList();
    return new Passing.Value(type, contents, ReadTypes.key(type, parts), parts);
  }

  private Optional<Passing> problemIn(
      Passing.Value value,
      TypeElement element,
      List<ComponentReader.Component> found,
      TypeUse use) {
    if (known.has(value) || isBeingRead(value, element)) {
      return Optional.empty();
    }
    DeclaredType type = (DeclaredType) value.type();
    Map<Element, TypeUse> variables = variables(element, use);
    ReadTypes.Mark before = known.mark();
    reading.push(value);
    List<ComponentModel> models =
        found.stream()
            .map(
                one ->
                    new ComponentModel(
                        one.origin(),
                        one.name(),
                        one.use().annotations(),
                        types.classify(one.use().where(variables), Place.VALUE)))
            .toList();
    reading.pop();
    Optional<Passing> problem =
        models.stream().flatMap(model -> problemIn(type, model).stream()).findFirst();
    if (problem.isPresent()) {
      known.returnTo(before);
    } else {
      ValueModel.Form form =
          types.plainRecords().contain(element, models)
              ? ValueModel.Form.PLAIN_RECORD
              : ValueModel.Form.OTHER;
      known.add(new ValueModel(value.key(), form, models));
    }
    return problem;
  }

  private boolean isBeingRead(Passing.Value value, TypeElement element) {
    return reading.stream().anyMatch(outer -> outer.key().equals(value.key()))
        || reading.stream()
                .filter(outer -> MoreTypes.asTypeElement(outer.type()).equals(element))
                .count()
            >= DEPTH;
  }

  /** What stands for the type variables, so that it is read as its user wrote it. */
  private static Map<Element, TypeUse> variables(TypeElement element, TypeUse use) {
    Map<Element, TypeUse> variables = new HashMap<>();
    List<TypeUse> arguments = use.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      variables.put(element.getTypeParameters().get(i), arguments.get(i));
    }
    return variables;
  }

  private Optional<Passing> problemIn(DeclaredType type, ComponentModel component) {
    return component
        .passing()
        .all()
        .filter(TypeClassifier::isProblem)
        .findFirst()
        .map(
            part ->
                part instanceof Passing.Refused refused ? within(type, component, refused) : part)
        .or(() -> unnamedHolder(type, component));
  }

  /** A function inside of a value is found by its holder, which generated code names. */
  private Optional<Passing> unnamedHolder(DeclaredType type, ComponentModel component) {
    boolean holdsFunction = component.passing().held().anyMatch(Passing.Function.class::isInstance);
    return holdsFunction && !types.isAccessible(component.holder())
        ? Optional.of(
            new Passing.Refused(type, component.holder().asType(), Refusal.INACCESSIBLE, List.of()))
        : Optional.empty();
  }

  /** The refusal with the way to it in front: {@code Entry.owner.thread}. */
  private static Passing within(
      DeclaredType type, ComponentModel component, Passing.Refused refused) {
    List<String> path = new ArrayList<>();
    path.add(type.asElement().getSimpleName().toString());
    path.add(component.name());
    refused.path().stream().skip(1).forEach(path::add);
    return new Passing.Refused(type, refused.culprit(), refused.reason(), path);
  }
}
