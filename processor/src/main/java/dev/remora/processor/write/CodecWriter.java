package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.CODECS;
import static dev.remora.processor.write.RuntimeNames.STREAM_CODECS;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.Passing;
import java.util.List;
import java.util.Locale;

/** Composes the codec of a type: {@code Codecs.list(Codecs.value(Entry.class))}. */
record CodecWriter(Side side, FunctionNames functions, HeldFunctionLists held, RecordCodecs records)
    implements Passing.Cases<CodeBlock> {

  @Override
  public CodeBlock nothing(Passing.Nothing nothing) {
    throw new IllegalArgumentException("void has no codec");
  }

  @Override
  public CodeBlock primitive(Passing.Primitive primitive) {
    throw new IllegalArgumentException("primitives have no codec: " + primitive);
  }

  @Override
  public CodeBlock scalar(Passing.Scalar scalar) {
    return CodeBlock.of("$T.$L", CODECS, scalar.constant());
  }

  @Override
  public CodeBlock byClass(Passing.ByClass byClass) {
    String factory = byClass.factory().name().toLowerCase(Locale.ROOT);
    return CodeBlock.of("$T.$L($T.class)", CODECS, factory, side.type(byClass));
  }

  @Override
  public CodeBlock array(Passing.Array array) {
    // A class literal takes no annotations.
    TypeName type = WithoutAnnotations.of(side.type(array));
    return CodeBlock.of("$T.array($T.class, $L)", CODECS, type, array.component().accept(this));
  }

  @Override
  public CodeBlock container(Passing.Container container) {
    String factory = container.shape().name().toLowerCase(Locale.ROOT);
    return CodeBlock.of("$T.$L($L)", CODECS, factory, all(container.parts()));
  }

  @Override
  public CodeBlock value(Passing.Value value) {
    return records.codec(value).orElseGet(() -> byDatabind(value));
  }

  private CodeBlock byDatabind(Passing.Value value) {
    TypeName type = side.type(value);
    CodeBlock held = this.held.argument(value);
    // The type argument cannot be inferred where the codec is not assigned at once: before
    // `.nullable()`, for one.
    return type instanceof ParameterizedTypeName generic
        ? CodeBlock.of(
            "$T.<$T>value($T.class$L, $L)",
            CODECS,
            type,
            generic.rawType(),
            held,
            all(value.parts()))
        : CodeBlock.of("$T.value($T.class$L)", CODECS, type, held);
  }

  @Override
  public CodeBlock ofModule(Passing.OfModule module) {
    return side.moduleCodec(module);
  }

  @Override
  public CodeBlock function(Passing.Function function) {
    return CodeBlock.of(
        "$T.function($L.TYPE)", CODECS, functions.reference(function, side.generated()));
  }

  @Override
  public CodeBlock promise(Passing.Promise promise) {
    String factory = promise.form().name().toLowerCase(Locale.ROOT);
    return CodeBlock.of("$T.$L($L)", CODECS, factory, promise.value().accept(this));
  }

  @Override
  public CodeBlock streamed(Passing.Streamed streamed) {
    if (streamed.parts().isEmpty()) {
      return CodeBlock.of("$T.$L", STREAM_CODECS, streamed.flow());
    }
    String factory = streamed.flow().name().toLowerCase(Locale.ROOT);
    return CodeBlock.of("$T.$L($L)", STREAM_CODECS, factory, all(streamed.parts()));
  }

  @Override
  public CodeBlock ofFamily(Passing.OfFamily ofFamily) {
    CodeBlock family = CodeBlock.of("$T.FAMILY", side.family(ofFamily.family()));
    return switch (ofFamily.role()) {
      case REFERENCE -> CodeBlock.of("$L.reference($T.class)", family, side.type(ofFamily));
      case ANYTHING -> CodeBlock.of("$L.anything()", family);
      case CLASSES -> CodeBlock.of("$L.classes()", family);
      case RESULT -> CodeBlock.of("$L.resultOf($L)", family, ofFamily.argument());
    };
  }

  @Override
  public CodeBlock orNull(Passing.OrNull orNull) {
    if (orNull.passing() instanceof Passing.Scalar scalar && scalar.constant().equals("VOID")) {
      return scalar(scalar); // takes null as it is
    }
    return CodeBlock.of("$L.nullable()", orNull.passing().accept(this));
  }

  @Override
  public CodeBlock refused(Passing.Refused refused) {
    throw new IllegalArgumentException("refused, and written all the same: " + refused);
  }

  @Override
  public CodeBlock unresolved(Passing.Unresolved unresolved) {
    throw new IllegalArgumentException("unresolved, and written all the same: " + unresolved);
  }

  private CodeBlock all(List<Passing> parts) {
    return parts.stream().map(part -> part.accept(this)).collect(CodeBlock.joining(", "));
  }
}
