package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.CODECS;
import static dev.remora.processor.write.RuntimeNames.RECORD_COMPONENTS;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.Passing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Composes the codecs of what stands inside of records. */
final class ComponentCodecs {
  /** Those that are the same inside of a record as elsewhere. */
  private static final Set<String> SAME_EVERYWHERE =
      Set.of(
          "STRING",
          "BOOLEAN",
          "BYTE",
          "SHORT",
          "CHARACTER",
          "INTEGER",
          "LONG",
          "FLOAT",
          "DOUBLE",
          "BIG_INTEGER",
          "BIG_DECIMAL",
          "PATH",
          "URI",
          "UUID");

  private final RecordCodecs records;

  /** What they are outside of records. */
  private final CodecWriter elsewhere;

  ComponentCodecs(RecordCodecs records, CodecWriter elsewhere) {
    this.records = records;
    this.elsewhere = elsewhere;
  }

  static Passing withoutNull(Passing passing) {
    return passing instanceof Passing.OrNull orNull ? orNull.passing() : passing;
  }

  /**
   * Whether {@link #codec} has a codec: references and what holds them have none, nor has what no
   * class literal can name.
   */
  static boolean isKnown(Passing passing) {
    TypeName type = TypeName.get(passing.type());
    boolean isGenericArray = type instanceof ArrayTypeName && type.toString().contains("<");
    return passing.all().noneMatch(ComponentCodecs::isReference)
        && !isGenericArray
        && !type.toString().contains("?");
  }

  private static boolean isReference(Passing passing) {
    return passing instanceof Passing.OfModule
        || passing instanceof Passing.OfFamily
        || passing instanceof Passing.Function
        || passing instanceof Passing.Promise
        || passing instanceof Passing.Streamed;
  }

  /** Whether the runtime has a constant for it. */
  static boolean isConstant(Passing passing) {
    return passing instanceof Passing.Scalar scalar && SAME_EVERYWHERE.contains(scalar.constant());
  }

  CodeBlock codec(Passing passing) {
    Passing bare = withoutNull(passing);
    if (bare instanceof Passing.Scalar scalar && isConstant(scalar)) {
      return CodeBlock.of("$T.$L", CODECS, scalar.constant());
    }
    TypeName type = WithoutAnnotations.of(TypeName.get(bare.type()));
    if (bare instanceof Passing.ByClass byClass && isByClass(bare)) {
      String factory = byClass.factory().name().toLowerCase(Locale.ROOT);
      return CodeBlock.of("$T.$L($T.class)", CODECS, factory, type);
    }
    if (bare instanceof Passing.Value value) {
      Optional<CodeBlock> record = records.codec(value);
      if (record.isPresent()) {
        return CodeBlock.of("$T.record($T.class, () -> $L)", RECORD_COMPONENTS, type, record.get());
      }
    }
    if (bare instanceof Passing.Container container) {
      Optional<CodeBlock> collection = collection(container);
      if (collection.isPresent()) {
        return collection.get();
      }
    }
    return type instanceof ParameterizedTypeName
        ? CodeBlock.of("$T.databind($L)", RECORD_COMPONENTS, bare.accept(elsewhere))
        : CodeBlock.of("$T.databind($T.class)", RECORD_COMPONENTS, type);
  }

  /** Whether databind has no part in it. */
  private boolean isOurs(Passing passing) {
    Passing bare = withoutNull(passing);
    if (bare instanceof Passing.Container container) {
      return collection(container).isPresent();
    }
    return isConstant(bare)
        || isByClass(bare)
        || (bare instanceof Passing.Value value && records.codec(value).isPresent());
  }

  /** Texts and enums are the same inside of a record as elsewhere, too. */
  private static boolean isByClass(Passing passing) {
    return passing instanceof Passing.ByClass byClass
        && (byClass.factory() == Passing.ByClass.Factory.TEXT
            || byClass.factory() == Passing.ByClass.Factory.ENUMERATION);
  }

  private Optional<CodeBlock> collection(Passing.Container container) {
    List<Passing> parts = container.parts();
    return switch (container.shape()) {
      case LIST, SET, COLLECTION -> {
        if (!isOurs(parts.get(0))) {
          // One call of databind for the whole, not one for each element.
          yield Optional.empty();
        }
        String factory = container.shape().name().toLowerCase(Locale.ROOT);
        yield Optional.of(
            CodeBlock.of("$T.$L($L)", RECORD_COMPONENTS, factory, codec(parts.get(0))));
      }
      case MAP ->
          withoutNull(parts.get(0)) instanceof Passing.Scalar key
                  && key.constant().equals("STRING")
                  && isOurs(parts.get(1))
              ? Optional.of(CodeBlock.of("$T.map($L)", RECORD_COMPONENTS, codec(parts.get(1))))
              : Optional.empty();
      case ITERABLE, OPTIONAL -> Optional.empty();
    };
  }
}
