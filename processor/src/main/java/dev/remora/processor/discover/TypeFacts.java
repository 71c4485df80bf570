package dev.remora.processor.discover;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.remora.processor.model.TypeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Answers questions about types that {@code Types} and {@code Elements} answer in several steps.
 */
final class TypeFacts {
  private final Types types;
  private final Elements elements;

  TypeFacts(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  Types types() {
    return types;
  }

  Elements elements() {
    return elements;
  }

  TypeElement objectType() {
    return elements.getTypeElement("java.lang.Object");
  }

  boolean isParameterized(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && !((DeclaredType) type).getTypeArguments().isEmpty();
  }

  boolean isRaw(DeclaredType type) {
    return type.getTypeArguments().isEmpty()
        && !MoreTypes.asTypeElement(type).getTypeParameters().isEmpty();
  }

  boolean isCollection(TypeMirror type) {
    return isSubtype(type, "java.util.Collection") || isSubtype(type, "java.util.Map");
  }

  /** A collection of the JDK that a value may hold, since databind makes one of the same class. */
  boolean isJdkCollection(TypeElement element) {
    return isOfPackage(element, "java.util") && isCollection(element.asType());
  }

  /** A promise, or what else one waits for. */
  boolean isFuture(TypeMirror type) {
    return isSubtype(type, "java.util.concurrent.Future")
        || isSubtype(type, "java.util.concurrent.CompletionStage");
  }

  /** A kind of the classes of streams; what has elements may be a value all the same. */
  boolean isStream(TypeMirror type) {
    return isSubtype(type, "java.io.InputStream")
        || isSubtype(type, "java.io.OutputStream")
        || isSubtype(type, "java.io.Reader")
        || isSubtype(type, "java.io.Writer");
  }

  boolean isThrowable(TypeMirror type) {
    return isSubtype(type, "java.lang.Throwable");
  }

  boolean isSubtype(TypeMirror type, String className) {
    return Optional.ofNullable(elements.getTypeElement(className))
        .map(TypeElement::asType)
        .map(types::erasure)
        .filter(parent -> types.isSubtype(types.erasure(type), parent))
        .isPresent();
  }

  /**
   * The one abstract method of an interface that is declared functional, or of one of the user's
   * own that could be: the JDK marks those that it means to be functional, but for listeners.
   */
  Optional<ExecutableElement> functionOf(TypeElement element) {
    if (element.getKind() != ElementKind.INTERFACE
        || element.getModifiers().contains(Modifier.SEALED)
        || !isMeantAsFunction(element)) {
      return Optional.empty();
    }
    List<ExecutableElement> methods = abstractMethods(element);
    return methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty();
  }

  private boolean isMeantAsFunction(TypeElement element) {
    return !isOfJdk(element)
        || MoreElements.isAnnotationPresent(element, FunctionalInterface.class)
        || KnownTypes.FUNCTIONS.contains(element.getQualifiedName().toString())
        || isSubtype(element.asType(), "java.util.EventListener");
  }

  /** A method that two supertypes declare alike is one method. */
  private List<ExecutableElement> abstractMethods(TypeElement element) {
    Map<String, ExecutableElement> bySignature = new LinkedHashMap<>();
    instanceMethods(element).stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .forEach(
            method ->
                bySignature.putIfAbsent(
                    erasedName((DeclaredType) element.asType(), method), method));
    return List.copyOf(bySignature.values());
  }

  /**
   * The public instance methods, inherited ones too; those that {@code Object} has are not among
   * them.
   */
  List<ExecutableElement> instanceMethods(TypeElement element) {
    return MoreElements.getLocalAndInheritedMethods(element, types, elements).stream()
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .filter(method -> !isOfObject(method))
        .toList();
  }

  /** Whether {@code Object} has the method, or one that it overrides or could not coexist with. */
  private boolean isOfObject(ExecutableElement method) {
    return objectType().getEnclosedElements().stream()
        .filter(known -> known.getKind() == ElementKind.METHOD)
        .map(ExecutableElement.class::cast)
        .filter(known -> known.getSimpleName().contentEquals(method.getSimpleName()))
        .anyMatch(known -> haveSameParameters(known, method));
  }

  private boolean haveSameParameters(ExecutableElement one, ExecutableElement other) {
    return erasedParameters(MoreTypes.asExecutable(one.asType()).getParameterTypes())
        .equals(erasedParameters(MoreTypes.asExecutable(other.asType()).getParameterTypes()));
  }

  /** The type of a field, or of a method's result, of a class or of a superclass of it. */
  TypeUse resultOf(DeclaredType owner, Element member) {
    TypeMirror seen = types.asMemberOf(owner, member);
    if (member instanceof ExecutableElement method) {
      return TypeUse.of(
          MoreTypes.asExecutable(seen).getReturnType(), method.getReturnType(), method);
    }
    return TypeUse.of(seen, member.asType(), member);
  }

  ExecutableType asMemberOf(DeclaredType owner, ExecutableElement method) {
    return MoreTypes.asExecutable(types.asMemberOf(owner, method));
  }

  /** The name of a method with its erased parameter types: {@code list(java.lang.String,int)}. */
  String erasedName(DeclaredType owner, ExecutableElement method) {
    return method.getSimpleName() + erasedParameters(asMemberOf(owner, method).getParameterTypes());
  }

  /** Parameter types as wire names list them: {@code (java.lang.String,int)}. */
  String erasedParameters(List<? extends TypeMirror> parameters) {
    return parameters.stream()
        .map(types::erasure)
        .map(TypeText::qualified)
        .collect(Collectors.joining(",", "(", ")"));
  }

  /** Whether code in a package can name the type. */
  boolean isAccessible(TypeElement element, String packageName) {
    boolean samePackage = isOfPackage(element, packageName);
    return enclosingTypes(element)
        .map(Element::getModifiers)
        .allMatch(
            modifiers ->
                modifiers.contains(Modifier.PUBLIC)
                    || (samePackage && !modifiers.contains(Modifier.PRIVATE)));
  }

  /** A type and those around it. */
  private static Stream<Element> enclosingTypes(TypeElement element) {
    return Stream.iterate(element, MoreElements::isType, Element::getEnclosingElement);
  }

  /** Whether code in a package can call a constructor of a class that it can name. */
  boolean isCallable(ExecutableElement constructor, String packageName) {
    Set<Modifier> modifiers = constructor.getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        || (!modifiers.contains(Modifier.PRIVATE)
            && isOfPackage(MoreElements.asType(constructor.getEnclosingElement()), packageName));
  }

  boolean isOfJdk(TypeElement element) {
    String name = element.getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("javax.");
  }

  private static boolean isOfPackage(TypeElement element, String packageName) {
    return MoreElements.getPackage(element).getQualifiedName().contentEquals(packageName);
  }
}
