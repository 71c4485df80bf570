package dev.remora.processor.check;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.remora.annotation.RemoteInterfaces;
import dev.remora.annotation.RemoteModule;
import dev.remora.processor.model.ModuleModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The lists of foreign interfaces that a module names. */
final class UsesCheck implements Check {

  @Override
  public Stream<Problem> check(ModuleModel module) {
    return Annotations.find(module.origin(), RemoteModule.class).stream()
        .map(annotation -> AnnotationMirrors.getAnnotationValue(annotation, "uses").getValue())
        .filter(List.class::isInstance)
        .flatMap(values -> ((List<?>) values).stream())
        .map(value -> ((AnnotationValue) value).getValue())
        .filter(TypeMirror.class::isInstance)
        .map(TypeMirror.class::cast)
        .filter(type -> type.getKind() == TypeKind.DECLARED)
        .map(MoreTypes::asTypeElement)
        .filter(type -> !MoreElements.isAnnotationPresent(type, RemoteInterfaces.class))
        .map(type -> problem(module.origin(), type));
  }

  private static Problem problem(TypeElement module, TypeElement named) {
    return Problem.at(
        module,
        RemoteModule.class,
        Diagnostic.MODULE_USES,
        module.getSimpleName(),
        named.getQualifiedName());
  }
}
