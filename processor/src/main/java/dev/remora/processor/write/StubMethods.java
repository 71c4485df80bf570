package dev.remora.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import dev.remora.processor.model.StubSignatures;
import java.util.List;
import java.util.Optional;

/** The public methods of a stub: each is one round trip. */
final class StubMethods {
  private static final StubMethod.Target THIS =
      new StubMethod.Target() {
        @Override
        public CodeBlock type() {
          return CodeBlock.of("TYPE");
        }

        @Override
        public CodeBlock self(List<ParameterModel> parameters) {
          return CodeBlock.of("this");
        }
      };

  private final CodecConstants codecs;
  private final ModuleModel module;

  StubMethods(CodecConstants codecs, ModuleModel module) {
    this.codecs = codecs;
    this.module = module;
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
    StubMethod begun = StubMethod.of(codecs, THIS, executable);
    MethodSpec.Builder method = begun.method;
    override(method, executable, StubSignatures.of(executable).findFirst());
    DocText.of(executable).ifPresent(text -> method.addJavadoc("$L", text));
    executable.exceptions().stream()
        .map(exception -> TypeName.get(exception.type()))
        .forEach(method::addException);
    return method
        .returns(type(executable.result()))
        .addCode(bodyOf(executable, begun.roundTrip))
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
    StubMethod begun = StubMethod.getter(codecs, THIS, property);
    override(begun.method, property, StubSignatures.of(property).findFirst());
    DocText.of(property).ifPresent(text -> begun.method.addJavadoc("$L", text));
    return begun
        .method
        .returns(type(property.passing()))
        .addCode(begun.roundTrip.returning(property.passing(), List.of(), List.of()))
        .build();
  }

  private MethodSpec setter(PropertyModel property) {
    StubMethod begun = StubMethod.setter(codecs, THIS, property);
    override(begun.method, property, StubSignatures.of(property).skip(1).findFirst());
    List<ParameterModel> value = List.of(StubMethod.valueOf(property));
    return begun.method.addCode(begun.roundTrip.returningNothing(value)).build();
  }

  private void override(MethodSpec.Builder method, MemberModel member, Optional<String> signature) {
    if (member.kind().isOfClass()) {
      return;
    }
    boolean inherits = signature.filter(module.lineage()::inherits).isPresent();
    boolean implementing =
        member instanceof ExecutableModel executable && module.interfaces().declare(executable);
    if (inherits || implementing) {
      method.addAnnotation(Override.class);
    }
    if (inherits) {
      Deprecations.allowOverriding(method, module, member);
    }
  }

  private TypeName type(Passing passing) {
    return codecs.side().type(passing);
  }
}
