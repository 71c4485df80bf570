package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.Passing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for codec constants: {@code MAP_OF_STRING_TO_ENTRY}. */
final class CodecNames implements Passing.Cases<String> {
  static final CodecNames INSTANCE = new CodecNames();

  private CodecNames() {}

  @Override
  public String nothing(Passing.Nothing nothing) {
    return "VOID";
  }

  @Override
  public String primitive(Passing.Primitive primitive) {
    return upper(TypeName.get(primitive.type()).toString());
  }

  @Override
  public String scalar(Passing.Scalar scalar) {
    return scalar.constant();
  }

  @Override
  public String byClass(Passing.ByClass byClass) {
    TypeName type = TypeName.get(byClass.type());
    return type instanceof ClassName name
        ? upper(name.simpleName())
        : type.toString().replace("[]", "_ARRAY").toUpperCase(Locale.ROOT);
  }

  @Override
  public String array(Passing.Array array) {
    return "ARRAY_OF_" + array.component().accept(this);
  }

  @Override
  public String container(Passing.Container container) {
    String separator = container.shape() == Passing.Container.Shape.MAP ? "_TO_" : "_AND_";
    return container.shape() + "_OF_" + all(container.parts(), separator);
  }

  @Override
  public String value(Passing.Value value) {
    String name = upper(simpleName(TypeName.get(value.type())));
    return value.parts().isEmpty() ? name : name + "_OF_" + all(value.parts(), "_AND_");
  }

  @Override
  public String ofModule(Passing.OfModule module) {
    return upper(module.names().module().simpleName());
  }

  /** {@code CONSUMER_OF_FILE_EVENT}, from which its proxy has its name too. */
  @Override
  public String function(Passing.Function function) {
    String name = upper(simpleName(TypeName.get(function.type())));
    String whole =
        function.parts().isEmpty() ? name : name + "_OF_" + all(function.parts(), "_AND_");
    return switch (function.delivery()) {
      case BY_RULE -> whole;
      case POSTED, AWAITED -> function.delivery() + "_" + whole;
    };
  }

  @Override
  public String promise(Passing.Promise promise) {
    return promise.form() + "_OF_" + promise.value().accept(this);
  }

  @Override
  public String streamed(Passing.Streamed streamed) {
    return streamed.parts().isEmpty()
        ? streamed.flow().name()
        : streamed.flow() + "_OF_" + all(streamed.parts(), "_AND_");
  }

  @Override
  public String ofFamily(Passing.OfFamily ofFamily) {
    return switch (ofFamily.role()) {
      case REFERENCE -> upper(simpleName(TypeName.get(ofFamily.type())));
      case ANYTHING, CLASSES, RESULT -> ofFamily.role().name();
    };
  }

  @Override
  public String orNull(Passing.OrNull orNull) {
    return "NULLABLE_" + orNull.passing().accept(this);
  }

  @Override
  public String refused(Passing.Refused refused) {
    throw new IllegalArgumentException("refused, and written all the same: " + refused);
  }

  @Override
  public String unresolved(Passing.Unresolved unresolved) {
    throw new IllegalArgumentException("unresolved, and written all the same: " + unresolved);
  }

  private String all(List<Passing> parts, String separator) {
    return parts.stream().map(part -> part.accept(this)).collect(Collectors.joining(separator));
  }

  private static String simpleName(TypeName type) {
    return type.toString().replaceAll("<.*", "").replaceAll(".*\\.", "");
  }

  /**
   * {@code FileService} becomes {@code FILE_SERVICE}, {@code URLPattern} becomes {@code
   * URL_PATTERN}.
   */
  private static String upper(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
        .toUpperCase(Locale.ROOT);
  }
}
