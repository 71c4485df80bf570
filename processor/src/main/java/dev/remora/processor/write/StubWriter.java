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
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the renderer's side of a module. */
final class StubWriter {
  private final GeneratedType types;

  StubWriter(GeneratedType types) {
    this.types = types;
  }

  TypeSpec write(ModuleModel module) {
    ClassName stub = module.names().stub();
    CodecConstants codecs = new CodecConstants(new Side.Renderer(stub), "TYPE");
    StubMethods methods = new StubMethods(codecs, module.interfaces());
    List<MethodSpec> ofClass = members(module, methods, member -> member.kind().isOfClass());
    List<MethodSpec> ofObject = members(module, methods, member -> !member.kind().isOfClass());

    List<TypeSpec> functions = new FunctionWriter(module, codecs).write();

    UniqueNames names = namesOf(module);
    String signatures = names.next("signatures");
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
            .addMethod(require(stub))
            .addMethods(ofClass)
            .addMethods(ofObject)
            .addMethods(signatures(module, signatures, names))
            .addTypes(functions);
    module
        .interfaces()
        .types()
        .forEach(implemented -> type.addSuperinterface(TypeName.get(implemented)));
    return type.build();
  }

  /** Constructors first, the rest by name. */
  private static List<MethodSpec> members(
      ModuleModel module, StubMethods methods, Predicate<MemberModel> which) {
    Predicate<MemberModel> constructor = member -> member.kind() == MemberKind.CONSTRUCTOR;
    List<MemberModel> chosen = module.members().stream().filter(which).toList();
    return Stream.concat(
            chosen.stream().filter(constructor), chosen.stream().filter(constructor.negate()))
        .flatMap(member -> methods.write(member).stream())
        .toList();
  }

  private static UniqueNames namesOf(ModuleModel module) {
    return new UniqueNames(module.members().stream().map(MemberModel::name).toList());
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
