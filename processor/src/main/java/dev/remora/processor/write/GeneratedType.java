package dev.remora.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.remora.processor.model.Deprecation;
import dev.remora.processor.model.ModuleModel;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What every generated class has: visibility, origin and annotations. */
final class GeneratedType {
  private static final String GENERATED = "javax.annotation.processing.Generated";
  private static final String PROCESSOR = "dev.remora.processor.RemoraProcessor";
  private static final String JSPECIFY = "org.jspecify.annotations";

  private final Elements elements;

  GeneratedType(Elements elements) {
    this.elements = elements;
  }

  /** Begins a final class that is as public as its module, and as what lists that. */
  TypeSpec.Builder begin(ClassName name, ModuleModel module) {
    return beginOpen(name, module).addModifiers(Modifier.FINAL);
  }

  /** Begins a class that is as public as its module, and that others may extend. */
  TypeSpec.Builder beginOpen(ClassName name, ModuleModel module) {
    TypeSpec.Builder type = begin(name, module.annotated(), module.origin());
    nullMark(module).ifPresent(type::addAnnotation);
    module.deprecation().ifPresent(deprecation -> deprecate(type, deprecation));
    return type;
  }

  /** Begins a final class that is as public as what has the annotation. */
  TypeSpec.Builder begin(ClassName name, Element annotated) {
    return begin(name, annotated, annotated).addModifiers(Modifier.FINAL);
  }

  private TypeSpec.Builder begin(ClassName name, Element annotated, Element module) {
    TypeSpec.Builder type = TypeSpec.classBuilder(name).addOriginatingElement(annotated);
    if (isPublic(annotated) && isPublic(module)) {
      type.addModifiers(Modifier.PUBLIC);
    }
    generatedAnnotation(annotated).ifPresent(type::addAnnotation);
    return type.addAnnotation(RuntimeNames.GENERATED);
  }

  private static boolean isPublic(Element type) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /** A named module sees the annotation only if it requires {@code java.compiler}. */
  private Optional<AnnotationSpec> generatedAnnotation(Element origin) {
    TypeElement annotation = elements.getTypeElement(elements.getModuleOf(origin), GENERATED);
    return Optional.ofNullable(annotation)
        .map(
            type ->
                AnnotationSpec.builder(ClassName.get(type))
                    .addMember("value", "$S", PROCESSOR)
                    .build());
  }

  private static Optional<ClassName> nullMark(ModuleModel module) {
    return switch (module.nullMark()) {
      case NONE -> Optional.empty();
      case MARKED -> Optional.of(ClassName.get(JSPECIFY, "NullMarked"));
      case UNMARKED -> Optional.of(ClassName.get(JSPECIFY, "NullUnmarked"));
    };
  }

  private static void deprecate(TypeSpec.Builder type, Deprecation deprecation) {
    type.addAnnotation(Deprecations.copy(deprecation));
    if (deprecation.term() == Deprecation.Term.FOR_REMOVAL) {
      type.addAnnotation(Deprecations.removal());
    }
  }
}
