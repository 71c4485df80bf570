package dev.remora.processor.discover;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A type in a signature.
 *
 * @param type as the module sees it: type variables of its superclasses are replaced
 * @param written as its author wrote it, annotations included
 * @param nullness what holds where nothing is written
 * @param annotations those of the parameter, method or field; only for a whole type
 */
record TypeUse(
    TypeMirror type,
    TypeMirror written,
    DefaultNullness nullness,
    List<? extends AnnotationMirror> annotations) {

  /** The whole type of a parameter, of a field or of a method's result. */
  static TypeUse of(TypeMirror type, TypeMirror written, Element element) {
    return new TypeUse(type, written, DefaultNullness.at(element), element.getAnnotationMirrors());
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

  /** The annotations on the type itself. */
  Stream<AnnotationMirror> typeAnnotations() {
    return Stream.concat(
        written.getAnnotationMirrors().stream(), type.getAnnotationMirrors().stream());
  }

  private TypeUse part(TypeMirror seen, TypeMirror own) {
    return new TypeUse(seen, own, nullness, List.of());
  }
}
