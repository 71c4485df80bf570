package dev.remora.processor.discover;

import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Finds the annotations of Jackson, whose author knows better than we how the value crosses. */
final class JacksonAnnotations {
  private JacksonAnnotations() {}

  /**
   * Whether the class says itself how it crosses; the parts of records are looked at one by one.
   */
  static boolean shape(TypeElement type) {
    Stream<? extends Element> members = type.getEnclosedElements().stream();
    return on(type)
        || (type.getKind() != ElementKind.RECORD && members.anyMatch(JacksonAnnotations::on));
  }

  /**
   * Whether an annotation may say how something crosses: Jackson's, those of {@code java.beans}
   * that Jackson knows, and those that bundle others.
   */
  static boolean mayBeOn(Element element) {
    return on(element)
        || element.getAnnotationMirrors().stream()
            .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
            .anyMatch(
                type -> type.getQualifiedName().toString().startsWith("java.beans.") || on(type));
  }

  static boolean on(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .map(type -> ((TypeElement) type.asElement()).getQualifiedName().toString())
        .anyMatch(
            name ->
                name.startsWith("com.fasterxml.jackson.annotation.")
                    || name.startsWith("tools.jackson.databind.annotation."));
  }
}
