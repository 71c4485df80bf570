package dev.remora.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.Passing;
import java.util.List;

/**
 * Types as a stub's signatures name them: stubs for the classes of modules, and {@code @Nullable}
 * where null may stand.
 */
final class StubTypes implements Passing.Cases<TypeName> {
  static final StubTypes INSTANCE = new StubTypes();

  private StubTypes() {}

  @Override
  public TypeName nothing(Passing.Nothing nothing) {
    return TypeName.VOID;
  }

  @Override
  public TypeName primitive(Passing.Primitive primitive) {
    return TypeName.get(primitive.type());
  }

  @Override
  public TypeName scalar(Passing.Scalar scalar) {
    return TypeName.get(scalar.type());
  }

  @Override
  public TypeName byClass(Passing.ByClass byClass) {
    return TypeName.get(byClass.type());
  }

  @Override
  public TypeName array(Passing.Array array) {
    return ArrayTypeName.of(array.component().accept(this));
  }

  @Override
  public TypeName container(Passing.Container container) {
    return withArguments(TypeName.get(container.type()), container.parts());
  }

  @Override
  public TypeName value(Passing.Value value) {
    return withArguments(TypeName.get(value.type()), value.parts());
  }

  @Override
  public TypeName ofModule(Passing.OfModule module) {
    return switch (module.kind()) {
      case CLASS -> module.names().stub();
      case INTERFACE -> module.names().module();
    };
  }

  @Override
  public TypeName function(Passing.Function function) {
    TypeName type = withArguments(TypeName.get(function.type()), function.parts());
    return type instanceof ParameterizedTypeName generic
        ? WrittenWildcards.in(generic, function.type())
        : type;
  }

  @Override
  public TypeName promise(Passing.Promise promise) {
    return withArguments(TypeName.get(promise.type()), promise.parts());
  }

  @Override
  public TypeName streamed(Passing.Streamed streamed) {
    return withArguments(TypeName.get(streamed.type()), streamed.parts());
  }

  @Override
  public TypeName ofFamily(Passing.OfFamily ofFamily) {
    return TypeName.get(ofFamily.type());
  }

  @Override
  public TypeName orNull(Passing.OrNull orNull) {
    TypeName type = orNull.passing().accept(this);
    return orNull
        .annotation()
        .map(annotation -> type.annotated(AnnotationSpec.builder(annotation).build()))
        .orElse(type);
  }

  @Override
  public TypeName refused(Passing.Refused refused) {
    throw new IllegalArgumentException("refused, and written all the same: " + refused);
  }

  @Override
  public TypeName unresolved(Passing.Unresolved unresolved) {
    throw new IllegalArgumentException("unresolved, and written all the same: " + unresolved);
  }

  private TypeName withArguments(TypeName type, List<Passing> parts) {
    return type instanceof ParameterizedTypeName generic
        ? ParameterizedTypeName.get(
            generic.rawType(),
            parts.stream().map(part -> part.accept(this)).toArray(TypeName[]::new))
        : type;
  }
}
