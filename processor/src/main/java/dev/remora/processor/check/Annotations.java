package dev.remora.processor.check;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds annotations as they stand in the source, so that a problem can point at them. */
final class Annotations {
  private Annotations() {}

  static Optional<AnnotationMirror> find(Element element, Class<?> type) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> isOf(mirror, type))
        .<AnnotationMirror>map(mirror -> mirror)
        .findFirst();
  }

  private static boolean isOf(AnnotationMirror mirror, Class<?> type) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(type.getName());
  }
}
