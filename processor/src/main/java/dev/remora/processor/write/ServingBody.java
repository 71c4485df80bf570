package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.META_READER;
import static dev.remora.processor.write.RuntimeNames.REPLY;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The body of a method that serves a call: arguments are read, the call is made, the result is
 * written.
 */
final class ServingBody {
  final MethodSpec.Builder method;
  private final ValueCode values;
  private final UniqueNames names;
  private String args = "";
  private String reply = "";

  /**
   * For one method.
   *
   * @param name its name
   * @param values reads and writes
   * @param names gives its own variables names that no parameter of the call has
   */
  ServingBody(String name, ValueCode values, UniqueNames names) {
    this.method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    this.values = values;
    this.names = names;
  }

  void addArguments() {
    args = names.next("args");
    method.addParameter(META_READER, args);
  }

  void addReply() {
    reply = names.next("reply");
    method.addParameter(REPLY, reply);
  }

  void read(ParameterModel parameter) {
    method.addStatement(
        "$T $L = $L",
        values.codecs().side().type(parameter.passing()),
        parameter.name(),
        values.read(CodeBlock.of("$L", args), parameter.passing()));
  }

  void end() {
    method.addStatement("$L.end()", args);
  }

  void reply(Passing result, CodeBlock value) {
    CodeBlock writer = CodeBlock.of("$L", reply);
    if (result instanceof Passing.Nothing) {
      method.addStatement(value).addStatement("$L.writeVoid()", writer);
    } else {
      method.addStatement(values.write(writer, result, value));
    }
  }

  /** The arguments of the call. */
  static CodeBlock list(List<ParameterModel> parameters) {
    return parameters.stream()
        .map(parameter -> CodeBlock.of("$L", parameter.name()))
        .collect(CodeBlock.joining(",$W"));
  }
}
