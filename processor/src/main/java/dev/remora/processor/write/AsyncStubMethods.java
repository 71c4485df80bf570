package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.remora.processor.model.Delivery;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The public methods of an asynchronous stub: each begins a round trip and gives its future. */
final class AsyncStubMethods {
  static final String STUB = "stub";

  private final CodecConstants codecs;
  private final StubMethod.Target target;

  AsyncStubMethods(CodecConstants codecs, ClassName stub) {
    this.codecs = codecs;
    this.target = new SynchronousStub(stub);
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
    StubMethod begun = StubMethod.of(codecs, target, executable);
    DocText.withoutExceptions(executable).ifPresent(text -> begun.method.addJavadoc("$L", text));
    if (executable.delivery() == Delivery.POSTED) {
      return begun.method.addCode(begun.roundTrip.posting(executable.parameters())).build();
    }
    return begun
        .method
        .returns(futureOf(executable.result()))
        .addCode(
            begun.roundTrip.promising(
                executable.result(),
                executable.parameters(),
                RethrowWriter.rethrown(executable.exceptions())))
        .build();
  }

  private MethodSpec getter(PropertyModel property) {
    StubMethod begun = StubMethod.getter(codecs, target, property);
    DocText.of(property).ifPresent(text -> begun.method.addJavadoc("$L", text));
    return begun
        .method
        .returns(futureOf(property.passing()))
        .addCode(begun.roundTrip.promising(property.passing(), List.of(), List.of()))
        .build();
  }

  private MethodSpec setter(PropertyModel property) {
    StubMethod begun = StubMethod.setter(codecs, target, property);
    List<ParameterModel> value = List.of(StubMethod.valueOf(property));
    return begun
        .method
        .returns(future(ClassName.get(Void.class)))
        .addCode(begun.roundTrip.promisingNothing(value))
        .build();
  }

  /** A promise of the member's own is the future; all else is in one. */
  private TypeName futureOf(Passing result) {
    if (ValueCode.withoutNull(result) instanceof Passing.Promise promise) {
      return future(codecs.side().type(promise.value()));
    }
    return future(
        result instanceof Passing.Nothing
            ? ClassName.get(Void.class)
            : codecs.side().type(result).box());
  }

  private static TypeName future(TypeName value) {
    return ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), value);
  }

  /** The synchronous stub, in a field that a parameter may hide. */
  private record SynchronousStub(ClassName stub) implements StubMethod.Target {
    @Override
    public CodeBlock type() {
      return CodeBlock.of("$T.TYPE", stub);
    }

    @Override
    public CodeBlock self(List<ParameterModel> parameters) {
      boolean hidden = parameters.stream().anyMatch(parameter -> parameter.name().equals(STUB));
      return CodeBlock.of(hidden ? "this.$L" : "$L", STUB);
    }
  }
}
