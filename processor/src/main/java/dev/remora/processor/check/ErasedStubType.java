package dev.remora.processor.check;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.Passing;

/** Types as javac compares them between the methods of a stub. */
final class ErasedStubType {
  private ErasedStubType() {}

  static String of(Passing passing) {
    if (passing instanceof Passing.OrNull orNull) {
      return of(orNull.passing());
    }
    if (passing instanceof Passing.Array array) {
      return of(array.component()) + "[]";
    }
    if (passing instanceof Passing.OfModule module
        && module.kind() == Passing.OfModule.Kind.CLASS) {
      return module.names().stub().canonicalName();
    }
    TypeName type = TypeName.get(passing.type());
    return type instanceof ParameterizedTypeName generic
        ? generic.rawType().toString()
        : type.toString();
  }
}
