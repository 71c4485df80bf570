package dev.remora.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.remora.processor.model.Deprecation;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.StubSignatures;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps deprecated members deprecated, and javac silent about the one call that generated code has
 * to make.
 */
final class Deprecations {
  private Deprecations() {}

  /** The annotation with all its values. */
  static AnnotationSpec copy(Deprecation deprecation) {
    return AnnotationSpec.get(deprecation.annotation());
  }

  /** Marks the method of a dispatcher that calls the member. */
  static void allow(MethodSpec.Builder caller, MemberModel member) {
    member
        .deprecation()
        .ifPresent(
            deprecation -> {
              switch (deprecation.term()) {
                case OPEN -> caller.addAnnotation(Deprecated.class);
                case FOR_REMOVAL ->
                    caller
                        .addJavadoc(
                            "Goes when the member goes; until then somebody has to call it.")
                        .addAnnotation(removal());
              }
            });
  }

  /** Marks a stub that extends one of a deprecated class and is not deprecated itself. */
  static void allowParent(TypeSpec.Builder stub, ModuleModel module) {
    module
        .lineage()
        .parent()
        .flatMap(ModuleModel::deprecation)
        .filter(parent -> isWarnedOf(parent, module.deprecation()))
        .ifPresent(parent -> stub.addAnnotation(suppression(parent)));
  }

  /** Marks a method of a stub that overrides a deprecated one of its superclass. */
  static void allowOverriding(MethodSpec.Builder method, ModuleModel module, MemberModel member) {
    Set<String> signatures = StubSignatures.of(member).collect(Collectors.toSet());
    module
        .lineage()
        .ancestors()
        .flatMap(ancestor -> ancestor.members().stream())
        .filter(other -> StubSignatures.of(other).anyMatch(signatures::contains))
        .flatMap(other -> other.deprecation().stream())
        .filter(other -> isWarnedOf(other, member.deprecation()))
        .findFirst()
        .ifPresent(other -> method.addAnnotation(suppression(other)));
  }

  private static boolean isWarnedOf(Deprecation used, Optional<Deprecation> user) {
    return switch (used.term()) {
      case OPEN -> user.isEmpty();
      case FOR_REMOVAL -> true;
    };
  }

  private static AnnotationSpec suppression(Deprecation deprecation) {
    return switch (deprecation.term()) {
      case OPEN ->
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "deprecation")
              .build();
      case FOR_REMOVAL -> removal();
    };
  }

  /**
   * The only way to use what is to be removed without a warning; deprecated code does not get away
   * with it.
   */
  static AnnotationSpec removal() {
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", "$S", "removal")
        .build();
  }
}
