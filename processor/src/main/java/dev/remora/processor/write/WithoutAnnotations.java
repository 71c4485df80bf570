package dev.remora.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;

/** Types for class literals. */
final class WithoutAnnotations {
  private WithoutAnnotations() {}

  static TypeName of(TypeName type) {
    TypeName bare = type.withoutAnnotations();
    return bare instanceof ArrayTypeName array ? ArrayTypeName.of(of(array.componentType())) : bare;
  }
}
