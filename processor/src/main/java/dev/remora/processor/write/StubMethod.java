package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.REMOTE_CALL;
import static dev.remora.processor.write.RuntimeNames.REMOTE_CONTEXT;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What the methods of both kinds of stubs have: parameters, and the beginning of a round trip. */
final class StubMethod {
  final MethodSpec.Builder method;
  final RoundTrip roundTrip;

  private StubMethod(
      CodecConstants codecs,
      Target target,
      String name,
      String command,
      MemberModel member,
      List<ParameterModel> parameters) {
    method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    member.deprecation().map(Deprecations::copy).ifPresent(method::addAnnotation);
    UniqueNames names = new UniqueNames(parameters.stream().map(ParameterModel::name).toList());
    CodeBlock start;
    if (member.kind().isOfClass()) {
      String remote = names.next("remote");
      method.addModifiers(Modifier.STATIC).addParameter(REMOTE_CONTEXT, remote);
      start =
          CodeBlock.of("$L.require($L).$L($S)", remote, target.type(), command, member.wireName());
    } else {
      CodeBlock self = target.self(parameters);
      start = CodeBlock.of("$T.$L($L, $S)", REMOTE_CALL, command, self, member.wireName());
    }
    parameters.forEach(
        parameter -> method.addParameter(typeOf(parameter, codecs.side()), parameter.name()));
    roundTrip = new RoundTrip(new ValueCode(codecs), names, start);
  }

  /** A class that tells the type of the result is written with the type variable. */
  private static TypeName typeOf(ParameterModel parameter, Side side) {
    return ValueCode.withoutNull(parameter.passing()) instanceof Passing.OfFamily ofFamily
            && ofFamily.role() == Passing.OfFamily.Role.CLASSES
        ? TypeName.get(parameter.origin().asType())
        : side.type(parameter.passing());
  }

  static StubMethod of(CodecConstants codecs, Target target, ExecutableModel executable) {
    boolean constructor = executable.kind() == MemberKind.CONSTRUCTOR;
    StubMethod begun =
        new StubMethod(
            codecs,
            target,
            constructor ? "construct" : executable.name(),
            constructor ? "memberConstructor" : "memberCall",
            executable,
            executable.parameters());
    begun.method.varargs(executable.origin().isVarArgs());
    executable.origin().getTypeParameters().stream()
        .map(TypeVariableName::get)
        .forEach(begun.method::addTypeVariable);
    return begun;
  }

  static StubMethod getter(CodecConstants codecs, Target target, PropertyModel property) {
    return new StubMethod(codecs, target, property.name(), "memberGet", property, List.of());
  }

  static StubMethod setter(CodecConstants codecs, Target target, PropertyModel property) {
    return new StubMethod(
        codecs, target, property.name(), "memberSet", property, List.of(valueOf(property)));
  }

  /** The parameter of a setter. */
  static ParameterModel valueOf(PropertyModel property) {
    return new ParameterModel(property.origin(), property.passing());
  }

  /** What is called: the stub or its class. */
  interface Target {
    /** The {@code StubType} of the class. */
    CodeBlock type();

    /** The stub, in a method with the given parameters. */
    CodeBlock self(List<ParameterModel> parameters);
  }
}
