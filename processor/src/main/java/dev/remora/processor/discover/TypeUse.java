package dev.remora.processor.discover;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * A type in a signature.
 *
 * @param type as the module sees it: type variables of its superclasses are replaced
 * @param written as its author wrote it, annotations included
 * @param nullness what holds where nothing is written
 * @param annotations those of the parameter, method or field; only for a whole type
 * @param variables what stands for the type variables of a functional interface or a value
 */
record TypeUse(
    TypeMirror type,
    TypeMirror written,
    DefaultNullness nullness,
    List<? extends AnnotationMirror> annotations,
    Map<Element, TypeUse> variables) {

  /** The whole type of a parameter, of a field or of a method's result. */
  static TypeUse of(TypeMirror type, TypeMirror written, Element element) {
    return new TypeUse(
        type, written, DefaultNullness.at(element), element.getAnnotationMirrors(), Map.of());
  }

  /** A type that nobody wrote, or whose author's nullness does not matter. */
  static TypeUse plain(TypeMirror type) {
    return new TypeUse(type, type, DefaultNullness.NON_NULL, List.of(), Map.of());
  }

  /**
   * The same in the method of a functional interface, or in a value, whose type variables are
   * known.
   */
  TypeUse where(Map<Element, TypeUse> known) {
    return new TypeUse(type, written, nullness, annotations, known).withoutVariable();
  }

  /** The same with other annotations on what has the type. */
  TypeUse withAnnotations(List<? extends AnnotationMirror> others) {
    return new TypeUse(type, written, nullness, others, variables);
  }

  /** The type arguments of a declared type. */
  List<TypeUse> arguments() {
    List<? extends TypeMirror> seen = ((DeclaredType) type).getTypeArguments();
    List<? extends TypeMirror> own =
        written.getKind() == TypeKind.DECLARED ? ((DeclaredType) written).getTypeArguments() : seen;
    return IntStream.range(0, seen.size())
        .mapToObj(i -> part(seen.get(i), own.size() == seen.size() ? own.get(i) : seen.get(i)))
        .toList();
  }

  /** The components of an array. */
  TypeUse component() {
    TypeMirror seen = ((ArrayType) type).getComponentType();
    return part(
        seen,
        written.getKind() == TypeKind.ARRAY ? ((ArrayType) written).getComponentType() : seen);
  }

  /** The bound of a wildcard that has one; what is no wildcard, or has no bound, as it is. */
  TypeUse bound() {
    if (!(type instanceof WildcardType seen)) {
      return this;
    }
    TypeMirror bound = boundOf(seen);
    if (bound == null) {
      return this;
    }
    TypeMirror own = written instanceof WildcardType wildcard ? boundOf(wildcard) : bound;
    return part(bound, own == null ? bound : own);
  }

  private static @Nullable TypeMirror boundOf(WildcardType wildcard) {
    return wildcard.getSuperBound() == null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
  }

  /** The annotations on the type itself. */
  Stream<AnnotationMirror> typeAnnotations() {
    return Stream.concat(
        written.getAnnotationMirrors().stream(), type.getAnnotationMirrors().stream());
  }

  private TypeUse part(TypeMirror seen, TypeMirror own) {
    return new TypeUse(seen, own, nullness, List.of(), variables).withoutVariable();
  }

  /** What stands for the type variable, if it is one; what is written at the variable counts. */
  private TypeUse withoutVariable() {
    @Nullable TypeUse known =
        written.getKind() == TypeKind.TYPEVAR
            ? variables.get(((TypeVariable) written).asElement())
            : null;
    if (known == null) {
      return this;
    }
    List<AnnotationMirror> here =
        Stream.<AnnotationMirror>concat(
                annotations.stream(), written.getAnnotationMirrors().stream())
            .toList();
    return new TypeUse(known.type, known.written, known.nullness, here, known.variables);
  }
}
