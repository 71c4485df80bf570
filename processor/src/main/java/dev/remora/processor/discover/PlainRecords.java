package dev.remora.processor.discover;

import dev.remora.processor.model.ComponentModel;
import dev.remora.processor.model.Passing;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of which a component is a component and nothing else: no annotation of
 * Jackson's says otherwise, and generated code can name all that is in them without a warning.
 */
final class PlainRecords {
  private final TypeFacts facts;
  private final String packageName;

  PlainRecords(TypeFacts facts, String packageName) {
    this.facts = facts;
    this.packageName = packageName;
  }

  boolean contain(TypeElement element, List<ComponentModel> components) {
    return element.getKind() == ElementKind.RECORD
        && element.getTypeParameters().isEmpty()
        && components.size() == element.getRecordComponents().size()
        && isUsable(element)
        && parts(element).noneMatch(part -> JacksonAnnotations.mayBeOn(part) || isDeprecated(part))
        && supertypes(element)
            .flatMap(type -> Stream.concat(Stream.of(type), parts(type)))
            .noneMatch(JacksonAnnotations::mayBeOn)
        && Stream.concat(Stream.of(element), supertypes(element)).noneMatch(PlainRecords::hasGetter)
        && components.stream()
            .flatMap(component -> component.passing().all())
            .allMatch(this::isUsable);
  }

  private static Stream<Element> parts(TypeElement element) {
    return element.getEnclosedElements().stream()
        .flatMap(
            part ->
                part instanceof ExecutableElement method
                    ? Stream.concat(Stream.of(part), method.getParameters().stream())
                    : Stream.of(part));
  }

  /** All interfaces that it implements: databind looks for annotations there too. */
  private static Stream<TypeElement> supertypes(TypeElement element) {
    return element.getInterfaces().stream()
        .map(type -> (TypeElement) ((DeclaredType) type).asElement())
        .flatMap(type -> Stream.concat(Stream.of(type), supertypes(type)));
  }

  /** Databind takes {@code getName()} for a property beside the components. */
  private static boolean hasGetter(TypeElement element) {
    return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
        .anyMatch(
            method ->
                method.getParameters().isEmpty()
                    && !method.getModifiers().contains(Modifier.STATIC)
                    && method.getSimpleName().toString().matches("(?:get|is)[A-Z].*"));
  }

  private boolean isUsable(Passing passing) {
    boolean shapedEnum =
        passing instanceof Passing.ByClass
            && elementOf(passing.type()) instanceof TypeElement type
            && type.getKind() == ElementKind.ENUM
            && Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
                .anyMatch(JacksonAnnotations::mayBeOn);
    return !shapedEnum
        && (!(elementOf(passing.type()) instanceof TypeElement type) || isUsable(type));
  }

  private boolean isUsable(TypeElement element) {
    return facts.isAccessible(element, packageName) && !isDeprecated(element);
  }

  private static boolean isDeprecated(Element element) {
    return element.getAnnotation(Deprecated.class) != null;
  }

  /** The declaration of a type, or of what an array is made of; null for primitives. */
  private static @Nullable Element elementOf(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return elementOf(array.getComponentType());
    }
    return type instanceof DeclaredType declared ? declared.asElement() : null;
  }
}
