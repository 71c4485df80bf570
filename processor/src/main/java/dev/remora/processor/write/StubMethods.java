package dev.remora.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import dev.remora.processor.model.StubInterfaces;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The public methods of a stub: each is one round trip. */
final class StubMethods {
  private final CodecConstants codecs;
  private final StubInterfaces interfaces;

  StubMethods(CodecConstants codecs, StubInterfaces interfaces) {
    this.codecs = codecs;
    this.interfaces = interfaces;
  }

  /** One method, or a property's accessors. */
  List<MethodSpec> write(MemberModel member) {
    if (member instanceof ExecutableModel executable) {
      return List.of(executable(executable));
    }
    PropertyModel property = (PropertyModel) member;
    return property.kind().isWritable()
        ? List.of(getter(property), setter(property))
        : List.of(getter(property));
  }

  private MethodSpec executable(ExecutableModel executable) {
    boolean constructor = executable.kind() == MemberKind.CONSTRUCTOR;
    Accessor accessor =
        new Accessor(
            constructor ? "construct" : executable.name(),
            constructor ? "memberConstructor" : "memberCall",
            executable,
            executable.parameters());
    MethodSpec.Builder method = accessor.method;
    if (interfaces.declare(executable)) {
      method.addAnnotation(Override.class);
    }
    DocText.of(executable).ifPresent(text -> method.addJavadoc("$L", text));
    executable.exceptions().stream()
        .map(exception -> TypeName.get(exception.type()))
        .forEach(method::addException);
    return method
        .varargs(executable.origin().isVarArgs())
        .returns(type(executable.result()))
        .addCode(bodyOf(executable, accessor.roundTrip))
        .build();
  }

  private static CodeBlock bodyOf(ExecutableModel executable, RoundTrip roundTrip) {
    return switch (executable.delivery()) {
      case POSTED -> roundTrip.posting(executable.parameters());
      case BY_RULE, AWAITED ->
          roundTrip.returning(
              executable.result(),
              executable.parameters(),
              RethrowWriter.rethrown(executable.exceptions()));
    };
  }

  private MethodSpec getter(PropertyModel property) {
    Accessor accessor = new Accessor(property.name(), "memberGet", property, List.of());
    DocText.of(property).ifPresent(text -> accessor.method.addJavadoc("$L", text));
    return accessor
        .method
        .returns(type(property.passing()))
        .addCode(accessor.roundTrip.returning(property.passing(), List.of(), List.of()))
        .build();
  }

  private MethodSpec setter(PropertyModel property) {
    List<ParameterModel> value = List.of(new ParameterModel(property.origin(), property.passing()));
    Accessor accessor = new Accessor(property.name(), "memberSet", property, value);
    return accessor.method.addCode(accessor.roundTrip.returningNothing(value)).build();
  }

  private TypeName type(Passing passing) {
    return codecs.side().type(passing);
  }

  /** What every method has: its parameters, and the beginning of its round trip. */
  private final class Accessor {
    final MethodSpec.Builder method;
    final RoundTrip roundTrip;

    Accessor(String name, String command, MemberModel member, List<ParameterModel> parameters) {
      method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
      member.deprecation().map(Deprecations::copy).ifPresent(method::addAnnotation);
      Stream<String> taken = parameters.stream().map(ParameterModel::name);
      UniqueNames names = new UniqueNames(taken.toList());
      CodeBlock start =
          CodeBlock.of("$T.$L(this, $S)", RuntimeNames.REMOTE_CALL, command, member.wireName());
      if (member.kind().isOfClass()) {
        String remote = names.next("remote");
        method.addModifiers(Modifier.STATIC).addParameter(RuntimeNames.REMOTE_CONTEXT, remote);
        start = CodeBlock.of("$L.require(TYPE).$L($S)", remote, command, member.wireName());
      }
      parameters.forEach(
          parameter -> method.addParameter(type(parameter.passing()), parameter.name()));
      roundTrip = new RoundTrip(new ValueCode(codecs), names, start);
    }
  }
}
