package dev.remora.processor.check;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * Something that a user has to mend, and where.
 *
 * @param text the whole message, with its code
 * @param element the smallest element that it is about
 * @param annotation the annotation on it that it is about, if it is about one
 */
public record Problem(
    Diagnostic diagnostic, String text, Element element, Optional<AnnotationMirror> annotation) {

  /** About an element as a whole. */
  public static Problem at(Element element, Diagnostic diagnostic, Object... parts) {
    return new Problem(diagnostic, diagnostic.format(parts), element, Optional.empty());
  }

  /** Its subject and its rule, without code and way out. */
  String reason() {
    return text.substring(text.indexOf("] ") + 2, text.indexOf(';'));
  }

  /** The same, shown at an annotation of the element. */
  Problem at(Class<?> annotationType) {
    return new Problem(diagnostic, text, element, Annotations.find(element, annotationType));
  }

  /** About an annotation on the element. */
  static Problem at(
      Element element, Class<?> annotationType, Diagnostic diagnostic, Object... parts) {
    return new Problem(
        diagnostic, diagnostic.format(parts), element, Annotations.find(element, annotationType));
  }
}
