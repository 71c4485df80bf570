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
import com.palantir.javapoet.WildcardTypeName;
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
    String subtypes = names.next("subtypes");
    CodecConstants codecs = new CodecConstants(module, new Side.Renderer(stub), functions, names);
    StubMethods methods = new StubMethods(codecs, module);
    List<MethodSpec> members =
        MemberOrder.of(module).stream().flatMap(member -> methods.write(member).stream()).toList();
    List<TypeSpec> proxies = new FunctionWriter(module, codecs, accessOfProxies(module)).write();

    TypeSpec.Builder type =
        begin(module)
            .addJavadoc(
                "The renderer's stub of {@link $T}: each call is a round trip to the main process.",
                module.names().module())
            .superclass(superclass(module))
            .addField(stubType(module, signatures, subtypes))
            .addMethod(constructor(module))
            .addMethods(injection.ofStub())
            .addMethod(require(stub))
            .addMethods(TimeoutMethod.ofStub(module))
            .addMethods(members)
            .addMethods(unsupported.of(module))
            .addMethods(signatures(module, signatures, names))
            .addMethods(subtypes(module, subtypes, names))
            .addMethods(codecs.methods())
            .addTypes(codecs.types())
            .addTypes(proxies);
    module
        .interfaces()
        .types()
        .forEach(implemented -> type.addSuperinterface(TypeName.get(implemented)));
    return type.build();
  }

  /** The stub of a class that others may extend can be extended by theirs. */
  private TypeSpec.Builder begin(ModuleModel module) {
    ClassName stub = module.names().stub();
    TypeSpec.Builder type =
        module.isOpen() ? types.beginOpen(stub, module) : types.begin(stub, module);
    Deprecations.allowParent(type, module);
    return type;
  }

  private static ClassName superclass(ModuleModel module) {
    return module.lineage().parent().map(parent -> parent.names().stub()).orElse(REMOTE_STUB);
  }

  /** An asynchronous stub uses them as well. */
  private static Modifier[] accessOfProxies(ModuleModel module) {
    return switch (module.stubs()) {
      case SYNCHRONOUS -> new Modifier[] {Modifier.PRIVATE};
      case WITH_ASYNCHRONOUS -> new Modifier[0];
    };
  }

  private static FieldSpec stubType(ModuleModel module, String signatures, String subtypes) {
    ClassName stub = module.names().stub();
    TypeName type = ParameterizedTypeName.get(STUB_TYPE, stub);
    return FieldSpec.builder(type, "TYPE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Describes this stub to the runtime.")
        .initializer(
            "\n$>$>new $T<>(\n$>$>$T.class,\n$S,\n$S,\n$T::new,\n$T::$L$L)$<$<$<$<",
            STUB_TYPE,
            stub,
            module.name(),
            Fingerprint.of(module),
            stub,
            stub,
            signatures,
            module.lineage().subtypes().isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of(",\n$T::$L", stub, subtypes))
        .build();
  }

  private static MethodSpec constructor(ModuleModel module) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameter(REMOTE_REFERENCE, "reference")
            .addStatement("super(reference)");
    if (module.isOpen()) {
      constructor
          .addJavadoc(
              """
              For the runtime, and for the stubs of subclasses.

              @param reference the object, from the runtime\
              """)
          .addModifiers(Modifier.PROTECTED);
    } else {
      constructor.addModifiers(Modifier.PRIVATE);
    }
    return constructor.build();
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
        module.signatures().stream().map(signature -> CodeBlock.of("$S", signature)).toList();
    return ListMethods.write(name, ClassName.get(String.class), signatures, names);
  }

  private static List<MethodSpec> subtypes(ModuleModel module, String name, UniqueNames names) {
    List<CodeBlock> subtypes =
        module.lineage().subtypes().stream()
            .map(subtype -> CodeBlock.of("$T.TYPE", subtype.names().stub()))
            .toList();
    TypeName type = ParameterizedTypeName.get(STUB_TYPE, WildcardTypeName.subtypeOf(Object.class));
    return subtypes.isEmpty() ? List.of() : ListMethods.write(name, type, subtypes, names);
  }
}
