package dev.remora.processor.discover;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.remora.annotation.RemoteInterfaces;
import dev.remora.annotation.RemoteModule;
import dev.remora.processor.model.FamilyNames;
import dev.remora.processor.model.InterfaceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads lists of foreign interfaces, and which of them a module can see. */
public final class InterfaceLists {
  private InterfaceLists() {}

  /**
   * Reads the list of a package or type.
   *
   * @param annotated what has {@link RemoteInterfaces}
   */
  public static InterfaceList read(Element annotated) {
    RemoteInterfaces annotation =
        Objects.requireNonNull(annotated.getAnnotation(RemoteInterfaces.class));
    List<TypeElement> interfaces = new ArrayList<>();
    List<TypeMirror> unresolved = new ArrayList<>();
    for (TypeMirror type : types(annotated, RemoteInterfaces.class, "value").toList()) {
      if (type.getKind() == TypeKind.DECLARED) {
        interfaces.add(MoreTypes.asTypeElement(type));
      } else {
        unresolved.add(type);
      }
    }
    return new InterfaceList(
        annotated, FamilyNames.of(annotated), annotation.unsupported(), interfaces, unresolved);
  }

  /** Those of the module itself, of its package, and those that it names; in this order. */
  static List<InterfaceList> inSightOf(TypeElement module) {
    Stream<? extends Element> named =
        types(module, RemoteModule.class, "uses")
            .filter(type -> type.getKind() == TypeKind.DECLARED)
            .map(MoreTypes::asElement);
    return Stream.concat(Stream.of(module, MoreElements.getPackage(module)), named)
        .flatMap(element -> on(element).stream())
        .toList();
  }

  private static Optional<InterfaceList> on(Element element) {
    return MoreElements.isAnnotationPresent(element, RemoteInterfaces.class)
        ? Optional.of(read(element))
        : Optional.empty();
  }

  /** The classes that an annotation names, as they stand there. */
  private static Stream<TypeMirror> types(
      Element element, Class<?> annotationType, String attribute) {
    Optional<AnnotationMirror> annotation =
        MoreElements.getAnnotationMirror(element, annotationType.getName()).toJavaUtil();
    return annotation
        .map(mirror -> AnnotationMirrors.getAnnotationValue(mirror, attribute).getValue())
        .filter(List.class::isInstance)
        .stream()
        .flatMap(values -> ((List<?>) values).stream())
        .map(value -> ((AnnotationValue) value).getValue())
        .filter(TypeMirror.class::isInstance)
        .map(TypeMirror.class::cast);
  }
}
