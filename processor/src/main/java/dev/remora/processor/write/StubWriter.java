package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.REMOTE_CONTEXT;
import static dev.remora.processor.write.RuntimeNames.REMOTE_REFERENCE;
import static dev.remora.processor.write.RuntimeNames.REMOTE_STUB;
import static dev.remora.processor.write.RuntimeNames.STUB_TYPE;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.remora.processor.model.ModuleModel;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Types;

/** Writes the renderer's side of a module. */
final class StubWriter {
  private final GeneratedType types;
  private final UnsupportedMethods unsupported;

  /**
   * Writes stubs.
   *
   * @param types begins their classes
   * @param signatures answers what the signatures of inherited methods are
   */
  StubWriter(GeneratedType types, Types signatures) {
    this.types = types;
    this.unsupported = new UnsupportedMethods(signatures);
  }

  TypeSpec write(ModuleModel module, FunctionNames functions, InjectConstructor injection) {
    ClassName stub = module.names().stub();
    UniqueNames names = UniqueNames.besideMembersOf(module);
    String signatures = names.next("signatures");
    CodecConstants codecs =
        new CodecConstants(module, new Side.Renderer(stub), functions, names, "TYPE");
    StubMethods methods = new StubMethods(codecs, module.interfaces());
    List<MethodSpec> members =
        MemberOrder.of(module).stream().flatMap(member -> methods.write(member).stream()).toList();
    List<TypeSpec> proxies = new FunctionWriter(module, codecs, accessOfProxies(module)).write();

    TypeSpec.Builder type =
        types
            .begin(stub, module)
            .addJavadoc(
                "The renderer's stub of {@link $T}: each call is a round trip to the main process.",
                module.names().module())
            .superclass(REMOTE_STUB)
            .addField(stubType(module, signatures))
            .addFields(codecs.fields())
            .addMethod(constructor())
            .addMethods(injection.ofStub())
            .addMethod(require(stub))
            .addMethods(TimeoutMethod.ofStub(module))
            .addMethods(members)
            .addMethods(unsupported.of(module))
            .addMethods(signatures(module, signatures, names))
            .addMethods(codecs.methods())
            .addTypes(proxies);
    module
        .interfaces()
        .types()
        .forEach(implemented -> type.addSuperinterface(TypeName.get(implemented)));
    return type.build();
  }

  /** An asynchronous stub uses them as well. */
  private static Modifier[] accessOfProxies(ModuleModel module) {
    return switch (module.stubs()) {
      case SYNCHRONOUS -> new Modifier[] {Modifier.PRIVATE};
      case WITH_ASYNCHRONOUS -> new Modifier[0];
    };
  }

  private static FieldSpec stubType(ModuleModel module, String signatures) {
    ClassName stub = module.names().stub();
    TypeName type = ParameterizedTypeName.get(STUB_TYPE, stub);
    return FieldSpec.builder(type, "TYPE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Describes this stub to the runtime.")
        .initializer(
            "\n$>$>new $T<>(\n$>$>$T.class,\n$S,\n$S,\n$T::new,\n$T::$L)$<$<$<$<",
            STUB_TYPE,
            stub,
            module.name(),
            Fingerprint.of(module.members()),
            stub,
            stub,
            signatures)
        .build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(REMOTE_REFERENCE, "reference")
        .addStatement("super(reference)")
        .build();
  }

  private static MethodSpec require(ClassName stub) {
    return MethodSpec.methodBuilder("require")
        .addJavadoc(
            """
            Requires the module from the main process: one round trip.

            @param remote the context that holds the stub
            @return the stub of the exported object; the same object is always the same stub\
            """)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(stub)
        .addParameter(REMOTE_CONTEXT, "remote")
        .addStatement("return remote.require(TYPE).stub()")
        .build();
  }

  private static List<MethodSpec> signatures(ModuleModel module, String name, UniqueNames names) {
    List<CodeBlock> signatures =
        module.members().stream().map(member -> CodeBlock.of("$S", member.signature())).toList();
    return ListMethods.write(name, ClassName.get(String.class), signatures, names);
  }
}
