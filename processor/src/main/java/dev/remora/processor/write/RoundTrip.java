package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.META_WRITER;
import static dev.remora.processor.write.RuntimeNames.REMOTE_CALL;
import static dev.remora.processor.write.RuntimeNames.REMOTE_INVOCATION_EXCEPTION;

import com.palantir.javapoet.CodeBlock;
import dev.remora.processor.model.ExceptionModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import java.util.List;

/** The body of a stub's method: arguments are written, the call is made, the result is read. */
final class RoundTrip {
  private final ValueCode values;
  private final UniqueNames names;
  private final CodeBlock start;
  private final String call;

  /**
   * For one method.
   *
   * @param values reads and writes
   * @param names gives local variables names that no parameter has
   * @param start an expression that starts the call
   */
  RoundTrip(ValueCode values, UniqueNames names, CodeBlock start) {
    this.values = values;
    this.names = names;
    this.start = start;
    this.call = names.next("call");
  }

  /** A call whose result the method returns; {@code void} included. */
  CodeBlock returning(
      Passing result, List<ParameterModel> arguments, List<ExceptionModel> exceptions) {
    CodeBlock invoked = CodeBlock.of("$L.invoke()", call);
    RethrowWriter rethrow = new RethrowWriter(names.next("e"), names.next("message"));
    CodeBlock read =
        result instanceof Passing.Promise && !exceptions.isEmpty()
            ? CodeBlock.of(
                "$L.readPromise(\n$L,\n$L)",
                invoked,
                values.codecs().codec(result),
                rethrow.lambda(exceptions))
            : values.read(invoked, result);
    return body(
        arguments,
        result instanceof Passing.Nothing ? read : CodeBlock.of("return $L", read),
        exceptions,
        rethrow);
  }

  /** A call that is not waited for, whose future the method returns. */
  CodeBlock promising(
      Passing result, List<ParameterModel> arguments, List<ExceptionModel> exceptions) {
    Passing value = ValueCode.withoutNull(result);
    String invoke = value instanceof Passing.Promise ? "invokePromise" : "invokeAsync";
    CodeBlock reader = AsyncResult.reader(values.codecs(), names, result);
    CodeBlock ending =
        exceptions.isEmpty()
            ? CodeBlock.of("return $L.$L($Z$L)", call, invoke, reader)
            : CodeBlock.of(
                "return $L.$L(\n$L,\n$L)",
                call,
                invoke,
                reader,
                AsyncResult.declared(names, exceptions));
    return body(arguments, ending);
  }

  /** A call that is not waited for and has no result. */
  CodeBlock promisingNothing(List<ParameterModel> arguments) {
    CodeBlock reader = AsyncResult.ofNothing(names);
    return body(arguments, CodeBlock.of("return $L.invokeAsync($L)", call, reader));
  }

  /** A call that has no result. */
  CodeBlock returningNothing(List<ParameterModel> arguments) {
    return body(arguments, CodeBlock.of("$L.invoke().readVoid()", call));
  }

  /** A call that is sent and not waited for. */
  CodeBlock posting(List<ParameterModel> arguments) {
    return body(arguments, CodeBlock.of("$L.post()", call));
  }

  private CodeBlock body(List<ParameterModel> arguments, CodeBlock ending) {
    return body(arguments, ending, List.of(), new RethrowWriter("", ""));
  }

  private CodeBlock body(
      List<ParameterModel> arguments,
      CodeBlock ending,
      List<ExceptionModel> exceptions,
      RethrowWriter rethrow) {
    CodeBlock.Builder body = CodeBlock.builder();
    body.beginControlFlow("try ($T $L = $L)", REMOTE_CALL, call, start);
    body.add(writing(arguments));
    body.addStatement(ending);
    if (!exceptions.isEmpty()) {
      body.nextControlFlow("catch ($T $L)", REMOTE_INVOCATION_EXCEPTION, rethrow.caught());
      body.addStatement("throw $L", rethrow.chain(exceptions));
    }
    return body.endControlFlow().build();
  }

  private CodeBlock writing(List<ParameterModel> arguments) {
    if (arguments.size() == 1) {
      return write(CodeBlock.of("$L.wrapArgs()", call), arguments.get(0));
    }
    CodeBlock.Builder code = CodeBlock.builder();
    if (!arguments.isEmpty()) {
      String writer = names.next("args");
      code.addStatement("$T $L = $L.wrapArgs()", META_WRITER, writer, call);
      arguments.forEach(argument -> code.add(write(CodeBlock.of(writer), argument)));
    }
    return code.build();
  }

  private CodeBlock write(CodeBlock writer, ParameterModel argument) {
    CodeBlock value = CodeBlock.of("$L", argument.name());
    return CodeBlock.builder()
        .addStatement(values.write(writer, argument.passing(), value))
        .build();
  }
}
