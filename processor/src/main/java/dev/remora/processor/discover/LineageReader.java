package dev.remora.processor.discover;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.remora.annotation.RemoteModule;
import dev.remora.processor.model.ModuleNames;
import dev.remora.processor.model.SubtypeModel;
import dev.remora.processor.model.SubtypeModel.Fit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the modules above and below a module. */
final class LineageReader {
  private final TypeFacts facts;

  /** The interfaces that a module's stub implements. */
  private final Function<TypeElement, List<TypeMirror>> interfacesOfStub;

  LineageReader(TypeFacts facts, Function<TypeElement, List<TypeMirror>> interfacesOfStub) {
    this.facts = facts;
    this.interfacesOfStub = interfacesOfStub;
  }

  /** The nearest superclass that is a module, and has a stub. */
  static Optional<TypeElement> parentOf(TypeElement module) {
    return Stream.iterate(
            superclassOf(module), Optional::isPresent, next -> superclassOf(next.get()))
        .flatMap(Optional::stream)
        .filter(LineageReader::isModule)
        .filter(superclass -> superclass.getTypeParameters().isEmpty())
        .findFirst();
  }

  /**
   * The subtypes that the module lists, or permits, and those below it that modules above it list:
   * an object travels as the same type through whichever of them.
   */
  List<SubtypeModel> subtypesOf(TypeElement module) {
    Set<TypeElement> subtypes = new LinkedHashSet<>(declaredBy(module));
    above(module).stream()
        .flatMap(ancestor -> declaredBy(ancestor).stream())
        .filter(subtype -> isBelow(subtype, module))
        .forEach(subtypes::add);
    return subtypes.stream()
        .map(subtype -> new SubtypeModel(subtype, ModuleNames.of(subtype), fit(subtype, module)))
        .toList();
  }

  private Fit fit(TypeElement subtype, TypeElement module) {
    if (!isBelow(subtype, module)) {
      return Fit.NO_SUBTYPE;
    }
    if (!isModule(subtype)) {
      return Fit.NO_MODULE;
    }
    boolean stubFits =
        module.getKind().isClass()
            || interfacesOfStub.apply(subtype).stream()
                .anyMatch(implemented -> facts.types().isSubtype(implemented, module.asType()));
    return stubFits ? Fit.FITS : Fit.OTHER_STUB;
  }

  private List<TypeElement> declaredBy(TypeElement module) {
    List<TypeElement> declared = new ArrayList<>(listedBy(module));
    permittedBy(module).forEach(declared::add);
    return declared;
  }

  private static List<TypeElement> listedBy(TypeElement module) {
    return MoreElements.getAnnotationMirror(module, RemoteModule.class).toJavaUtil().stream()
        .map(annotation -> AnnotationMirrors.getAnnotationValue(annotation, "subtypes"))
        .flatMap(LineageReader::typesIn)
        .toList();
  }

  private static Stream<TypeElement> typesIn(AnnotationValue values) {
    return ((List<?>) values.getValue())
        .stream()
            .map(value -> ((AnnotationValue) value).getValue())
            .filter(DeclaredType.class::isInstance)
            .map(type -> MoreTypes.asTypeElement((DeclaredType) type));
  }

  /** A permitted class that is no module may permit modules in its turn. */
  private static Stream<TypeElement> permittedBy(TypeElement sealed) {
    return sealed.getPermittedSubclasses().stream()
        .map(MoreTypes::asTypeElement)
        .flatMap(permitted -> isModule(permitted) ? Stream.of(permitted) : permittedBy(permitted));
  }

  /** All superclasses and interfaces that are modules. */
  private Set<TypeElement> above(TypeElement module) {
    Set<TypeElement> above = new LinkedHashSet<>();
    collectAbove(module.asType(), above);
    return above;
  }

  private void collectAbove(TypeMirror type, Set<TypeElement> above) {
    for (TypeMirror parent : facts.types().directSupertypes(type)) {
      if (parent.getKind() == TypeKind.DECLARED) {
        TypeElement element = MoreTypes.asTypeElement(parent);
        if (isModule(element)) {
          above.add(element);
        }
        collectAbove(parent, above);
      }
    }
  }

  private boolean isBelow(TypeElement subtype, TypeElement module) {
    return !subtype.equals(module)
        && facts
            .types()
            .isSubtype(
                facts.types().erasure(subtype.asType()), facts.types().erasure(module.asType()));
  }

  private static boolean isModule(TypeElement type) {
    return MoreElements.isAnnotationPresent(type, RemoteModule.class);
  }

  private static Optional<TypeElement> superclassOf(TypeElement type) {
    TypeMirror superclass = type.getSuperclass();
    return superclass.getKind() == TypeKind.DECLARED
        ? Optional.of(MoreTypes.asTypeElement(superclass))
        : Optional.empty();
  }
}
