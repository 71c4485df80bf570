package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.META_READER;
import static dev.remora.processor.write.RuntimeNames.REPLY;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The private methods of a dispatcher: each runs one member. */
final class DispatcherMethods {
  private final ClassName module;
  private final CodecConstants codecs;
  private final ValueCode values;

  DispatcherMethods(ClassName module, CodecConstants codecs) {
    this.module = module;
    this.codecs = codecs;
    this.values = new ValueCode(codecs);
  }

  /** Reads the arguments, calls a method or constructor, writes the result. */
  MethodSpec call(String name, ExecutableModel executable) {
    Body body = new Body(name, executable, executable.parameters());
    body.addArguments();
    body.addReply();
    executable.parameters().forEach(body::read);
    body.end();
    executable.exceptions().stream()
        .map(exception -> TypeName.get(exception.type()))
        .forEach(body.method::addException);
    CodeBlock arguments =
        executable.parameters().stream()
            .map(parameter -> CodeBlock.of("$L", parameter.name()))
            .collect(CodeBlock.joining(",$W"));
    CodeBlock call =
        executable.kind() == MemberKind.CONSTRUCTOR
            ? CodeBlock.of("new $T($L)", module, arguments)
            : CodeBlock.of("$L.$L($L)", body.target(), executable.name(), arguments);
    body.reply(executable.result(), call);
    return body.method.build();
  }

  /** Writes a field's value. */
  MethodSpec get(String name, PropertyModel property) {
    Body body = new Body(name, property, List.of());
    body.addReply();
    body.reply(property.passing(), CodeBlock.of("$L.$L", body.target(), property.name()));
    return body.method.build();
  }

  /** Reads a field's new value and assigns it. */
  MethodSpec set(String name, PropertyModel property) {
    ParameterModel value = new ParameterModel(property.origin(), property.passing());
    Body body = new Body(name, property, List.of(value));
    body.addArguments();
    body.read(value);
    body.end();
    body.method.addStatement("$L.$L = $L", body.target(), property.name(), value.name());
    return body.method.build();
  }

  /** One method that grows; its own variables step aside for the member's parameters. */
  private final class Body {
    final MethodSpec.Builder method;
    private final MemberModel member;
    private final UniqueNames names;
    private final String self;
    private String args = "";
    private String reply = "";

    Body(String name, MemberModel member, List<ParameterModel> locals) {
      this.member = member;
      this.names = new UniqueNames(locals.stream().map(ParameterModel::name).toList());
      this.self = names.next("self");
      this.method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
      Deprecations.allow(method, member);
      if (!member.kind().isOfClass()) {
        method.addParameter(module, self);
      }
    }

    void addArguments() {
      args = names.next("args");
      method.addParameter(META_READER, args);
    }

    void addReply() {
      reply = names.next("reply");
      method.addParameter(REPLY, reply);
    }

    /** The object, or the class where there is none. */
    CodeBlock target() {
      return member.kind().isOfClass() ? CodeBlock.of("$T", module) : CodeBlock.of("$L", self);
    }

    void read(ParameterModel parameter) {
      method.addStatement(
          "$T $L = $L",
          codecs.side().type(parameter.passing()),
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
  }
}
