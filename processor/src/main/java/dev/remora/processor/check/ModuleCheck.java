package dev.remora.processor.check;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import dev.remora.processor.model.FileNames;
import dev.remora.processor.model.ModuleModel;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The annotated type itself. */
final class ModuleCheck implements Check {

  @Override
  public Stream<Problem> check(ModuleModel module) {
    TypeElement type = module.origin();
    return Stream.of(
            kind(type),
            access(type),
            inner(type),
            generic(type),
            sealed(type),
            name(module),
            empty(module))
        .flatMap(problems -> problems);
  }

  static boolean isOfRightKind(ModuleModel module) {
    return kind(module.origin()).findAny().isEmpty();
  }

  private static Stream<Problem> kind(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> wrongKind(type, "an enum");
      case RECORD -> wrongKind(type, "a record");
      case ANNOTATION_TYPE -> wrongKind(type, "an annotation");
      default -> Stream.empty();
    };
  }

  private static Stream<Problem> wrongKind(TypeElement type, String kind) {
    return Stream.of(Problem.at(type, Diagnostic.MODULE_KIND, type.getSimpleName(), kind, kind));
  }

  private static Stream<Problem> access(TypeElement type) {
    Stream<Element> enclosing =
        Stream.iterate(type, MoreElements::isType, Element::getEnclosingElement);
    return enclosing.flatMap(scope -> hidden(type, scope)).limit(1);
  }

  private static Stream<Problem> hidden(TypeElement type, Element scope) {
    Set<Modifier> modifiers = scope.getModifiers();
    if (!modifiers.contains(Modifier.PRIVATE) && !modifiers.contains(Modifier.PROTECTED)) {
      return Stream.empty();
    }
    String access = modifiers.contains(Modifier.PRIVATE) ? "private" : "protected";
    String subject = scope.equals(type) ? "it" : "its enclosing " + scope.getSimpleName();
    return Stream.of(
        Problem.at(type, Diagnostic.MODULE_ACCESS, type.getSimpleName(), subject, access));
  }

  private static Stream<Problem> inner(TypeElement type) {
    boolean inner =
        type.getNestingKind().isNested()
            && type.getKind().isClass()
            && !type.getModifiers().contains(Modifier.STATIC);
    return inner
        ? Stream.of(Problem.at(type, Diagnostic.MODULE_INNER, type.getSimpleName()))
        : Stream.empty();
  }

  private static Stream<Problem> generic(TypeElement type) {
    return type.getTypeParameters().isEmpty()
        ? Stream.empty()
        : Stream.of(
            Problem.at(
                type, Diagnostic.MODULE_GENERIC, type.getSimpleName(), type.getSimpleName()));
  }

  private static Stream<Problem> sealed(TypeElement type) {
    return type.getKind().isInterface() && type.getModifiers().contains(Modifier.SEALED)
        ? Stream.of(Problem.at(type, Diagnostic.MODULE_SEALED, type.getSimpleName()))
        : Stream.empty();
  }

  private static Stream<Problem> name(ModuleModel module) {
    return module.generated().stream()
        .map(ClassName::simpleName)
        .max(Comparator.comparing(FileNames::bytes))
        .filter(name -> !FileNames.fits(name))
        .stream()
        .map(
            name ->
                Problem.at(
                    module.origin(),
                    Diagnostic.MODULE_NAME,
                    module.origin().getSimpleName(),
                    name,
                    FileNames.bytes(name)));
  }

  private static Stream<Problem> empty(ModuleModel module) {
    return module.members().isEmpty()
        ? Stream.of(
            Problem.at(module.origin(), Diagnostic.MODULE_EMPTY, module.origin().getSimpleName()))
        : Stream.empty();
  }
}
