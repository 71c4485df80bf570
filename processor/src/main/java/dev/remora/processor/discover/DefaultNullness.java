package dev.remora.processor.discover;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What a type without nullness annotation means. */
enum DefaultNullness {
  /** In the scope of {@code @NullMarked}. */
  NON_NULL,
  /** Elsewhere: whoever wrote it may have thought of null. */
  NULLABLE;

  private static final String MARKED = "org.jspecify.annotations.NullMarked";
  private static final String UNMARKED = "org.jspecify.annotations.NullUnmarked";

  /** What holds at an element: the innermost mark around it decides. */
  static DefaultNullness at(Element element) {
    for (@Nullable Element scope = element; scope != null; scope = scope.getEnclosingElement()) {
      if (isAnnotated(scope, UNMARKED)) {
        return NULLABLE;
      }
      if (isAnnotated(scope, MARKED)) {
        return NON_NULL;
      }
    }
    return NULLABLE;
  }

  private static boolean isAnnotated(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .map(type -> (TypeElement) type.asElement())
        .anyMatch(type -> type.getQualifiedName().contentEquals(annotation));
  }
}
