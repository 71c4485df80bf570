package dev.remora.processor.check;

import dev.remora.annotation.RemoteModule;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Something that a user has to mend, and where.
 *
 * @param text the whole message, with its code
 * @param element the smallest element that it is about
 * @param annotation the annotation on it that it is about, if it is about one
 * @param value the value of that annotation, likewise
 */
public record Problem(
    Diagnostic diagnostic,
    String text,
    Element element,
    Optional<AnnotationMirror> annotation,
    Optional<AnnotationValue> value) {

  /** About an element as a whole. */
  public static Problem at(Element element, Diagnostic diagnostic, Object... parts) {
    return new Problem(
        diagnostic, diagnostic.format(parts), element, Optional.empty(), Optional.empty());
  }

  /** About an annotation on the element, or about its value of the given name. */
  static Problem at(
      Element element,
      Class<?> annotationType,
      String valueName,
      Diagnostic diagnostic,
      Object... parts) {
    Optional<AnnotationMirror> annotation = Annotations.find(element, annotationType);
    return new Problem(
        diagnostic,
        diagnostic.format(parts),
        element,
        annotation,
        annotation.flatMap(mirror -> Annotations.value(mirror, valueName)));
  }

  /** About the module annotation. */
  static Problem atModuleAnnotation(
      Element module, String valueName, Diagnostic diagnostic, Object... parts) {
    return at(module, RemoteModule.class, valueName, diagnostic, parts);
  }
}
