package dev.remora.processor.write;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Puts the wildcards of a signature back around the types that a renderer has in their places. */
final class WrittenWildcards {
  private WrittenWildcards() {}

  static TypeName in(ParameterizedTypeName type, TypeMirror written) {
    List<? extends TypeMirror> arguments = ((DeclaredType) written).getTypeArguments();
    return ParameterizedTypeName.get(
        type.rawType(),
        IntStream.range(0, arguments.size())
            .mapToObj(i -> around(type.typeArguments().get(i), arguments.get(i)))
            .toArray(TypeName[]::new));
  }

  private static TypeName around(TypeName type, TypeMirror written) {
    if (!(written instanceof WildcardType wildcard)) {
      return type;
    }
    return wildcard.getSuperBound() == null
        ? WildcardTypeName.subtypeOf(type)
        : WildcardTypeName.supertypeOf(type);
  }
}
