package dev.remora.processor.discover;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads what a record or bean carries. */
final class ComponentReader {
  private final TypeFacts facts;
  private final BeanReader beans;

  ComponentReader(TypeFacts facts) {
    this.facts = facts;
    this.beans = new BeanReader(facts);
  }

  /** Its components; none if it is neither. */
  List<Component> read(TypeElement element, DeclaredType type) {
    return element.getKind() == ElementKind.RECORD
        ? componentsOfRecord(element, type)
        : beans.read(element, type);
  }

  private List<Component> componentsOfRecord(TypeElement element, DeclaredType type) {
    return element.getRecordComponents().stream()
        .filter(component -> !JacksonAnnotations.on(component.getAccessor()))
        .map(component -> component(component, type))
        .toList();
  }

  /** An accessor that is written out does not have the annotations of its component. */
  private Component component(RecordComponentElement component, DeclaredType type) {
    TypeUse use = facts.resultOf(type, component.getAccessor());
    List<AnnotationMirror> annotations =
        Stream.<AnnotationMirror>concat(
                use.annotations().stream(), component.getAnnotationMirrors().stream())
            .toList();
    return new Component(
        component.getAccessor(),
        component.getSimpleName().toString(),
        use.withAnnotations(annotations));
  }

  /**
   * A record's component or a bean's property.
   *
   * @param origin the accessor, getter or field that has its type
   * @param name its name in JSON
   */
  record Component(Element origin, String name, TypeUse use) {}
}
