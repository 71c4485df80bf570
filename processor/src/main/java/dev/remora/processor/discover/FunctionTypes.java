package dev.remora.processor.discover;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.remora.annotation.RemoteModule;
import dev.remora.processor.model.TypeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Answers questions about the types of functional interfaces. */
final class FunctionTypes {
  private static final Set<String> INTERRUPTING =
      Set.of("java.lang.Exception", "java.lang.Throwable", "java.lang.InterruptedException");

  private final TypeFacts facts;

  FunctionTypes(TypeFacts facts) {
    this.facts = facts;
  }

  /**
   * A wildcard in whose place its bound would not do: the method could not be called with values of
   * the bound, or its result were none.
   *
   * @param written the type with wildcards
   * @param resolved the type with their bounds
   */
  Optional<TypeMirror> misplacedWildcard(
      DeclaredType written, DeclaredType resolved, ExecutableElement method) {
    Optional<TypeMirror> wildcard =
        written.getTypeArguments().stream()
            .filter(WildcardType.class::isInstance)
            .<TypeMirror>map(argument -> argument)
            .findFirst();
    return wildcard.filter(
        any ->
            !isCallable(
                facts.asMemberOf((DeclaredType) facts.types().capture(written), method),
                facts.asMemberOf(resolved, method)));
  }

  private boolean isCallable(ExecutableType open, ExecutableType closed) {
    boolean parametersFit =
        IntStream.range(0, open.getParameterTypes().size())
            .allMatch(
                i ->
                    facts
                        .types()
                        .isAssignable(
                            closed.getParameterTypes().get(i), open.getParameterTypes().get(i)));
    boolean resultFits =
        open.getReturnType().getKind() == TypeKind.VOID
            || facts.types().isAssignable(open.getReturnType(), closed.getReturnType());
    return parametersFit && resultFits;
  }

  /**
   * The class of a module that the interface names, and not its user's type argument: a proxy in a
   * renderer has a stub, and could not implement the method.
   */
  Optional<TypeMirror> moduleClassIn(TypeElement element, ExecutableElement method) {
    ExecutableType declared = facts.asMemberOf((DeclaredType) element.asType(), method);
    return Stream.concat(declared.getParameterTypes().stream(), Stream.of(declared.getReturnType()))
        .flatMap(FunctionTypes::moduleClasses)
        .findFirst();
  }

  private static Stream<TypeMirror> moduleClasses(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return moduleClasses(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return Stream.of(
              Optional.ofNullable(wildcard.getExtendsBound()),
              Optional.ofNullable(wildcard.getSuperBound()))
          .flatMap(Optional::stream)
          .flatMap(FunctionTypes::moduleClasses);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return Stream.empty();
    }
    DeclaredType declared = (DeclaredType) type;
    boolean isModule =
        declared.asElement().getKind().isClass()
            && MoreElements.isAnnotationPresent(declared.asElement(), RemoteModule.class);
    return Stream.concat(
        isModule ? Stream.of(type) : Stream.empty(),
        declared.getTypeArguments().stream().flatMap(FunctionTypes::moduleClasses));
  }

  /**
   * What stands for the type variables of an interface and of those that it extends.
   *
   * @param type the interface with type arguments, without wildcards
   * @param arguments the same as their author wrote them
   */
  Map<Element, TypeUse> variables(TypeElement element, DeclaredType type, List<TypeUse> arguments) {
    Map<Element, TypeUse> variables = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      variables.put(element.getTypeParameters().get(i), arguments.get(i));
    }
    for (TypeMirror parent : element.getInterfaces()) {
      DeclaredType written = MoreTypes.asDeclared(parent);
      parentOf(type, written)
          .ifPresent(
              seen -> {
                TypeUse use =
                    new TypeUse(
                        seen,
                        written,
                        DefaultNullness.at(element),
                        List.of(),
                        Map.copyOf(variables));
                variables.putAll(
                    variables(MoreTypes.asTypeElement(written), seen, use.arguments()));
              });
    }
    return variables;
  }

  private Optional<DeclaredType> parentOf(DeclaredType type, DeclaredType written) {
    return facts.types().directSupertypes(type).stream()
        .map(MoreTypes::asDeclared)
        .filter(parent -> parent.asElement().equals(written.asElement()))
        .findFirst();
  }

  /** What {@code -Xlint} says of every class that implements the interface. */
  List<String> warnings(DeclaredType type, ExecutableElement method) {
    List<String> warnings = new ArrayList<>();
    if (facts.isSubtype(type, "java.io.Serializable")) {
      warnings.add("serial");
    }
    if (facts.isSubtype(type, "java.lang.AutoCloseable") && mayBeInterrupted(method)) {
      warnings.add("try");
    }
    return warnings;
  }

  private static boolean mayBeInterrupted(ExecutableElement method) {
    return method.getThrownTypes().stream()
        .map(TypeText::qualified)
        .anyMatch(INTERRUPTING::contains);
  }
}
