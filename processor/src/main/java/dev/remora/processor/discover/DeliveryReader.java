package dev.remora.processor.discover;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreTypes;
import dev.remora.annotation.OneWay;
import dev.remora.processor.model.Delivery;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/** Reads {@code @OneWay}. */
final class DeliveryReader {
  private DeliveryReader() {}

  /** Whether a method is waited for. */
  static Delivery read(ExecutableElement method) {
    return find(method.getAnnotationMirrors()).orElse(Delivery.BY_RULE);
  }

  /** Whether a function is waited for: its parameter decides before its interface's method. */
  static Delivery read(List<? extends AnnotationMirror> ofParameter, ExecutableElement method) {
    return find(ofParameter).orElseGet(() -> read(method));
  }

  private static Optional<Delivery> find(List<? extends AnnotationMirror> annotations) {
    return annotations.stream()
        .filter(annotation -> MoreTypes.isTypeOf(OneWay.class, annotation.getAnnotationType()))
        .map(DeliveryReader::deliveryOf)
        .findFirst();
  }

  private static Delivery deliveryOf(AnnotationMirror annotation) {
    Object value = AnnotationMirrors.getAnnotationValue(annotation, "value").getValue();
    return Boolean.FALSE.equals(value) ? Delivery.AWAITED : Delivery.POSTED;
  }
}
