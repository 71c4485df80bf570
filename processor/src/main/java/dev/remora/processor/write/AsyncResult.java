package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.CODECS;
import static dev.remora.processor.write.RuntimeNames.META_READER;

import com.palantir.javapoet.CodeBlock;
import dev.remora.processor.model.ExceptionModel;
import dev.remora.processor.model.Passing;
import java.util.List;

/**
 * What an asynchronous call does with its answer, when it has come: lambdas that capture nothing,
 * so that none is made for each call.
 */
final class AsyncResult {
  private AsyncResult() {}

  /** Reads the result: {@code MetaReader::readInt}, {@code result -> result.read(ENTRY)}. */
  static CodeBlock reader(CodecConstants codecs, UniqueNames names, Passing result) {
    if (result instanceof Passing.Nothing) {
      return ofNothing(names);
    }
    if (result instanceof Passing.Primitive || ValueCode.isString(result)) {
      return CodeBlock.of("$T::read$L", META_READER, ValueCode.suffix(result));
    }
    // Null is read by a codec and not by readNullable, which NullAway refuses as the result of a
    // type variable. A promise must be there: a future of none could only be taken for a kept one.
    Passing read =
        ValueCode.withoutNull(result) instanceof Passing.Promise promise ? promise : result;
    return reading(names, codecs.codec(read));
  }

  /** Reads that there is none. */
  static CodeBlock ofNothing(UniqueNames names) {
    return reading(names, CodeBlock.of("$T.VOID", CODECS));
  }

  private static CodeBlock reading(UniqueNames names, CodeBlock codec) {
    String result = names.next("result");
    return CodeBlock.of("$L -> $L.read($L)", result, result, codec);
  }

  /** Makes what the member declares of what it threw. */
  static CodeBlock declared(UniqueNames names, List<ExceptionModel> exceptions) {
    return new RethrowWriter(names.next("e"), names.next("message")).lambda(exceptions);
  }
}
