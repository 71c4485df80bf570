package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.PropertyModel;
import java.util.List;

/** The private methods of a dispatcher: each runs one member. */
final class DispatcherMethods {
  private final ClassName module;
  private final ValueCode values;

  DispatcherMethods(ClassName module, CodecConstants codecs) {
    this.module = module;
    this.values = new ValueCode(codecs);
  }

  /** Reads the arguments, calls a method or constructor, writes the result. */
  MethodSpec call(String name, ExecutableModel executable) {
    UniqueNames names = stepAsideFor(executable.parameters());
    ServingBody body = body(name, executable, names);
    CodeBlock target = target(body, executable, names);
    body.addArguments();
    body.addReply();
    executable.parameters().forEach(body::read);
    body.end();
    executable.exceptions().stream()
        .map(exception -> TypeName.get(exception.type()))
        .forEach(body.method::addException);
    CodeBlock arguments = ServingBody.list(executable.parameters());
    CodeBlock call =
        executable.kind() == MemberKind.CONSTRUCTOR
            ? CodeBlock.of("new $T($L)", module, arguments)
            : CodeBlock.of("$L.$L($L)", target, executable.name(), arguments);
    body.reply(executable.result(), call);
    return body.method.build();
  }

  /** Writes a field's value. */
  MethodSpec get(String name, PropertyModel property) {
    UniqueNames names = new UniqueNames();
    ServingBody body = body(name, property, names);
    CodeBlock target = target(body, property, names);
    body.addReply();
    body.reply(property.passing(), CodeBlock.of("$L.$L", target, property.name()));
    return body.method.build();
  }

  /** Reads a field's new value and assigns it. */
  MethodSpec set(String name, PropertyModel property) {
    ParameterModel value = new ParameterModel(property.origin(), property.passing());
    UniqueNames names = stepAsideFor(List.of(value));
    ServingBody body = body(name, property, names);
    CodeBlock target = target(body, property, names);
    body.addArguments();
    body.read(value);
    body.end();
    body.method.addStatement("$L.$L = $L", target, property.name(), value.name());
    return body.method.build();
  }

  private ServingBody body(String name, MemberModel member, UniqueNames names) {
    ServingBody body = new ServingBody(name, values, names);
    Deprecations.allow(body.method, member);
    return body;
  }

  /** The object that has the member, or the class where there is none. */
  private CodeBlock target(ServingBody body, MemberModel member, UniqueNames names) {
    if (member.kind().isOfClass()) {
      return CodeBlock.of("$T", module);
    }
    String self = names.next("self");
    body.method.addParameter(module, self);
    return CodeBlock.of("$L", self);
  }

  private static UniqueNames stepAsideFor(List<ParameterModel> parameters) {
    return new UniqueNames(parameters.stream().map(ParameterModel::name).toList());
  }
}
