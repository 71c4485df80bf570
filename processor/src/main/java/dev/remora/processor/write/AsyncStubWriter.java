package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.REMOTE_CONTEXT;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.remora.processor.model.ModuleModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the renderer's side of a module once more, with futures. */
final class AsyncStubWriter {
  private final GeneratedType types;

  AsyncStubWriter(GeneratedType types) {
    this.types = types;
  }

  /** The proxies are those of the synchronous stub. */
  TypeSpec write(ModuleModel module, FunctionNames functions, InjectConstructor injection) {
    ClassName stub = module.names().stub();
    ClassName async = module.names().asyncStub();
    CodecConstants codecs =
        new CodecConstants(
            module, new Side.Renderer(async), functions, UniqueNames.besideMembersOf(module));
    AsyncStubMethods methods = new AsyncStubMethods(codecs, stub);
    List<MethodSpec> members =
        MemberOrder.of(module).stream().flatMap(member -> methods.write(member).stream()).toList();
    return types
        .begin(async, module)
        .addJavadoc(
            """
            The renderer's asynchronous stub of {@link $T}: no call waits for the main process.

            <p>What a call would throw, declared exceptions included, is what its future fails with.\
            """,
            module.names().module())
        .addField(
            FieldSpec.builder(stub, AsyncStubMethods.STUB, Modifier.PRIVATE, Modifier.FINAL)
                .build())
        .addMethod(constructor(stub))
        .addMethods(injection.ofAsyncStub(module))
        .addMethod(require(stub, async))
        .addMethod(of(stub, async))
        .addMethods(TimeoutMethod.ofAsyncStub(module))
        .addMethods(members)
        .addMethods(codecs.methods())
        .addTypes(codecs.types())
        .build();
  }

  private static MethodSpec constructor(ClassName stub) {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(stub, AsyncStubMethods.STUB)
        .addStatement("this.$1L = $1L", AsyncStubMethods.STUB)
        .build();
  }

  private static MethodSpec require(ClassName stub, ClassName async) {
    return MethodSpec.methodBuilder("require")
        .addJavadoc(
            """
            Requires the module from the main process: one round trip, which is waited for.

            @param remote the context that holds the stub
            @return the asynchronous stub of the exported object\
            """)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(async)
        .addParameter(REMOTE_CONTEXT, "remote")
        .addStatement("return of($T.require(remote))", stub)
        .build();
  }

  private static MethodSpec of(ClassName stub, ClassName async) {
    return MethodSpec.methodBuilder("of")
        .addJavadoc(
            """
            Calls the object of a stub asynchronously.

            @param stub the stub
            @return an asynchronous stub of the same object\
            """)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(async)
        .addParameter(stub, "stub")
        .addStatement("return new $T(stub)", async)
        .build();
  }
}
