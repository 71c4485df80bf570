package dev.remora.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.ExceptionModel;
import java.util.List;

/**
 * The {@code catch} of a stub's method: what the member declares arrives as itself.
 *
 * @param caught the name of the caught exception
 * @param message the name of a lambda's parameter
 */
record RethrowWriter(String caught, String message) {

  /** The exceptions that need it. */
  static List<ExceptionModel> rethrown(List<ExceptionModel> declared) {
    return declared.stream().filter(ExceptionModel::isRethrown).toList();
  }

  /** The exception to throw: {@code e.rethrowAs(IOException.class, IOException::new)}. */
  CodeBlock chain(List<ExceptionModel> exceptions) {
    CodeBlock calls = exceptions.stream().map(this::rethrow).collect(CodeBlock.joining("\n"));
    return CodeBlock.of(exceptions.size() == 1 ? "$L$L" : "$L\n$L", caught, calls);
  }

  /** The same as a lambda, which throws by itself what it can. */
  CodeBlock lambda(List<ExceptionModel> exceptions) {
    CodeBlock first = rethrow(exceptions.get(0));
    if (exceptions.size() == 1) {
      return CodeBlock.of("$1L -> $1L$2L", caught, first);
    }
    CodeBlock others =
        exceptions.stream().skip(1).map(this::rethrow).collect(CodeBlock.joining("\n"));
    return CodeBlock.of("$1L ->\n$>$>$1L$2L\n$>$>$3L$<$<$<$<", caught, first, others);
  }

  private CodeBlock rethrow(ExceptionModel exception) {
    TypeName type = TypeName.get(exception.type());
    return switch (exception.making()) {
      case FROM_MESSAGE -> CodeBlock.of(".rethrowAs($T.class, $T::new)", type, type);
      case FROM_MESSAGE_AND_CAUSE ->
          CodeBlock.of(".rethrowWithCause($T.class, $T::new)", type, type);
      case FROM_NOTHING ->
          CodeBlock.of(".rethrowAs($T.class, $L -> new $T())", type, message, type);
      case LEFT_TO_RUNTIME, IMPOSSIBLE, UNRESOLVED ->
          throw new IllegalArgumentException("not rethrown: " + exception);
    };
  }
}
