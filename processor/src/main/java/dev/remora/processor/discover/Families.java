package dev.remora.processor.discover;

import com.google.auto.common.MoreTypes;
import dev.remora.processor.model.FamilyNames;
import dev.remora.processor.model.InterfaceList;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.Passing.OfFamily;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * The lists of foreign interfaces that the signatures of one module can mention.
 *
 * @param facts answers questions about types
 * @param lists those in sight
 * @param own the names of the list that has the module itself, if it is a foreign interface: only
 *     its signatures may say {@code Object} and {@code Class}
 */
record Families(TypeFacts facts, List<InterfaceList> lists, Optional<FamilyNames> own) {

  static Families inSightOf(TypeElement module, TypeFacts facts) {
    return new Families(facts, InterfaceLists.inSightOf(module), Optional.empty());
  }

  static Families of(InterfaceList list, TypeFacts facts) {
    return new Families(facts, List.of(list), Optional.of(list.names()));
  }

  /** A listed interface, or the {@code Object} of a foreign signature. */
  Optional<Passing> find(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    if (element.equals(facts.objectType())) {
      return own.map(family -> new OfFamily(type, family, OfFamily.Role.ANYTHING, ""));
    }
    return lists.stream()
        .filter(list -> list.find(element).isPresent())
        .findFirst()
        .map(list -> new OfFamily(type, list.names(), OfFamily.Role.REFERENCE, ""));
  }

  /** The {@code Class<?>} of a foreign signature, or the {@code Class<T>} of a method's own T. */
  Optional<Passing> parameter(ExecutableElement method, TypeMirror type) {
    boolean crosses =
        isClass(type) && (isUnbounded(argumentOf(type)) || classArgument(method).isPresent());
    return own.filter(family -> crosses)
        .map(family -> new OfFamily(anyClass(), family, OfFamily.Role.CLASSES, ""));
  }

  /** The T of a method that takes a {@code Class<T>}. */
  Optional<Passing> result(ExecutableElement method) {
    return own.flatMap(
        family ->
            classArgument(method)
                .map(
                    argument ->
                        new OfFamily(
                            method.getReturnType(),
                            family,
                            OfFamily.Role.RESULT,
                            argument.getSimpleName().toString())));
  }

  /**
   * The parameter that tells what a generic method returns: {@code iface} of {@code <T> T
   * unwrap(Class<T> iface)}; none if the method is of another form.
   */
  private Optional<VariableElement> classArgument(ExecutableElement method) {
    if (method.getTypeParameters().size() != 1) {
      return Optional.empty();
    }
    TypeParameterElement variable = method.getTypeParameters().get(0);
    boolean isBounded =
        !variable.getBounds().stream()
            .allMatch(bound -> facts.types().isSameType(bound, facts.objectType().asType()));
    List<? extends VariableElement> mentioning =
        method.getParameters().stream()
            .filter(parameter -> mentions(parameter.asType(), variable))
            .toList();
    if (isBounded
        || mentioning.size() != 1
        || !facts.types().isSameType(method.getReturnType(), variable.asType())
        || !isClass(mentioning.get(0).asType())
        || !facts.types().isSameType(argumentOf(mentioning.get(0).asType()), variable.asType())) {
      return Optional.empty();
    }
    return Optional.of(mentioning.get(0));
  }

  private static boolean mentions(TypeMirror type, TypeParameterElement variable) {
    if (type instanceof ArrayType array) {
      return mentions(array.getComponentType(), variable);
    }
    if (type instanceof WildcardType wildcard) {
      return Stream.of(
              Optional.ofNullable(wildcard.getExtendsBound()),
              Optional.ofNullable(wildcard.getSuperBound()))
          .flatMap(Optional::stream)
          .anyMatch(bound -> mentions(bound, variable));
    }
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments().stream()
          .anyMatch(argument -> mentions(argument, variable));
    }
    return type instanceof TypeVariable use && use.asElement().equals(variable);
  }

  private static boolean isClass(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && MoreTypes.asTypeElement(type).getQualifiedName().contentEquals("java.lang.Class")
        && ((DeclaredType) type).getTypeArguments().size() == 1;
  }

  private static TypeMirror argumentOf(TypeMirror type) {
    return ((DeclaredType) type).getTypeArguments().get(0);
  }

  private static boolean isUnbounded(TypeMirror argument) {
    return argument instanceof WildcardType wildcard
        && wildcard.getExtendsBound() == null
        && wildcard.getSuperBound() == null;
  }

  private DeclaredType anyClass() {
    return facts
        .types()
        .getDeclaredType(
            facts.elements().getTypeElement("java.lang.Class"),
            facts.types().getWildcardType(null, null));
  }
}
