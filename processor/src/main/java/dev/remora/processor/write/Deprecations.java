package dev.remora.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import dev.remora.processor.model.Deprecation;
import dev.remora.processor.model.MemberModel;

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
