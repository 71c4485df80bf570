package dev.remora.processor.model;

import com.google.auto.common.MoreElements;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A record's component or a bean's property.
 *
 * @param origin the accessor, getter or field that has its type
 * @param name its name in JSON
 * @param annotations those that stand on it
 * @param passing how its values cross
 */
public record ComponentModel(
    Element origin, String name, List<? extends AnnotationMirror> annotations, Passing passing) {

  public ComponentModel {
    annotations = List.copyOf(annotations);
  }

  /** The record or bean that declares it, which a value may inherit it from. */
  public TypeElement holder() {
    return MoreElements.asType(origin.getEnclosingElement());
  }

  /** How error texts name it. */
  public String description() {
    return "component '" + name + "' of " + holder().getSimpleName();
  }
}
