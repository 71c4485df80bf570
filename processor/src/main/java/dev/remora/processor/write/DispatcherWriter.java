package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.DISPATCHER;
import static dev.remora.processor.write.RuntimeNames.EXPORTED;
import static dev.remora.processor.write.RuntimeNames.MEMBER;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.PropertyModel;
import dev.remora.processor.write.SwitchMethods.Case;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the main process's side of a module. */
final class DispatcherWriter {
  /**
   * The methods of the superclass and of Object: private ones of other parameters would only look
   * like them.
   */
  private static final List<String> TAKEN =
      List.of(
          "clone",
          "equals",
          "finalize",
          "fingerprint",
          "getClass",
          "hashCode",
          "member",
          "memberCall",
          "memberConstructor",
          "memberGet",
          "memberList",
          "memberSet",
          "members",
          "module",
          "noSuchMember",
          "notify",
          "notifyAll",
          "of",
          "shapes",
          "signatures",
          "staticCall",
          "staticGet",
          "staticSet",
          "subtypes",
          "toString",
          "type",
          "wait");

  private final GeneratedType types;

  DispatcherWriter(GeneratedType types) {
    this.types = types;
  }

  TypeSpec write(ModuleModel module) {
    ClassName dispatcher = module.names().dispatcher();
    UniqueNames names = new UniqueNames(TAKEN);
    CodecConstants codecs =
        new CodecConstants(module, new Side.Main(dispatcher), new FunctionNames(dispatcher), names);
    Members members = new Members(new DispatcherMethods(module.names().module(), codecs), names);
    module.members().forEach(members::add);
    List<TypeSpec> functions = new FunctionWriter(module, codecs, Modifier.PRIVATE).write();

    TypeSpec.Builder type =
        types
            .begin(dispatcher, module)
            .addJavadoc(
                "The main process's side of {@link $T}: from member names to direct calls.",
                module.names().module())
            .superclass(ParameterizedTypeName.get(DISPATCHER, module.names().module()))
            .addField(instance(dispatcher))
            .addMethod(constructor(module))
            .addMethod(of(module));
    for (SwitchMethods command : SwitchMethods.values()) {
      List<Case> cases = members.cases.getOrDefault(command, List.of());
      type.addMethods(command.write(module.names().module(), cases, names));
    }
    return type.addMethods(members.methods)
        .addMethods(subtypes(module))
        .addMethods(shapes(module))
        .addMethods(memberList(module, names))
        .addMethods(codecs.methods())
        .addTypes(codecs.types())
        .addTypes(functions)
        .build();
  }

  private static FieldSpec instance(ClassName dispatcher) {
    return FieldSpec.builder(
            dispatcher, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("The only instance.")
        .initializer("new $T()", dispatcher)
        .build();
  }

  private static MethodSpec constructor(ModuleModel module) {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addStatement(
            "super($T.class, $S, $S, memberList())",
            module.names().module(),
            module.name(),
            Fingerprint.of(module))
        .build();
  }

  private static MethodSpec of(ModuleModel module) {
    ClassName type = module.names().module();
    return MethodSpec.methodBuilder("of")
        .addJavadoc(
            """
            Binds an object to this dispatcher, for {@code MainProcess.Builder.export}.

            @param object the object to export
            @return the object with its dispatcher\
            """)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(ParameterizedTypeName.get(EXPORTED, type))
        .addParameter(type, "object")
        .addStatement("return new $T<>(INSTANCE, object)", EXPORTED)
        .build();
  }

  private static List<MethodSpec> shapes(ModuleModel module) {
    List<CodeBlock> shapes =
        module.shapes().stream().map(shape -> CodeBlock.of("$S", shape)).toList();
    return shapes.isEmpty()
        ? List.of()
        : List.of(
            MethodSpec.methodBuilder("shapes")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(ParameterizedTypeName.get(List.class, String.class))
                .addStatement(
                    "return $T.of(\n$L)",
                    List.class,
                    shapes.stream().collect(CodeBlock.joining(",\n")))
                .build());
  }

  private static List<MethodSpec> subtypes(ModuleModel module) {
    List<CodeBlock> subtypes =
        module.lineage().subtypes().stream()
            .map(subtype -> CodeBlock.of("$T.INSTANCE", subtype.names().dispatcher()))
            .toList();
    TypeName element =
        ParameterizedTypeName.get(DISPATCHER, WildcardTypeName.subtypeOf(module.names().module()));
    return subtypes.isEmpty()
        ? List.of()
        : List.of(
            MethodSpec.methodBuilder("subtypes")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), element))
                .addStatement(
                    "return $T.of($L)",
                    List.class,
                    subtypes.stream().collect(CodeBlock.joining(",$W")))
                .build());
  }

  private static List<MethodSpec> memberList(ModuleModel module, UniqueNames names) {
    List<CodeBlock> members = module.members().stream().map(DispatcherWriter::member).toList();
    return ListMethods.write("memberList", MEMBER, members, names);
  }

  private static CodeBlock member(MemberModel member) {
    String arguments = "$T.Kind.$L,$W$S,$W$S".replace("$W", fits(member) ? " " : "\n");
    String call =
        fits(member) ? "new $T(" + arguments + ")" : "new $T(\n$>$>" + arguments + ")$<$<";
    return CodeBlock.of(call, MEMBER, MEMBER, member.kind(), member.wireName(), member.signature());
  }

  private static boolean fits(MemberModel member) {
    String line =
        "        new Member(Member.Kind.%s, '%s', '%s'),"
            .formatted(member.kind(), member.wireName(), member.signature());
    return line.length() <= SourceLayout.WIDTH;
  }

  /** The private methods, and the cases that lead to them. */
  private static final class Members {
    final List<MethodSpec> methods = new ArrayList<>();
    final Map<SwitchMethods, List<Case>> cases = new EnumMap<>(SwitchMethods.class);
    private final DispatcherMethods writer;
    private final UniqueNames names;

    Members(DispatcherMethods writer, UniqueNames names) {
      this.writer = writer;
      this.names = names;
    }

    void add(MemberModel member) {
      switch (member.kind()) {
        case METHOD -> call(SwitchMethods.MEMBER_CALL, member.name(), member);
        case STATIC_METHOD -> call(SwitchMethods.STATIC_CALL, member.name(), member);
        case CONSTRUCTOR -> call(SwitchMethods.MEMBER_CONSTRUCTOR, "construct", member);
        case PROPERTY, READ_ONLY_PROPERTY ->
            property(SwitchMethods.MEMBER_GET, SwitchMethods.MEMBER_SET, member);
        case STATIC_PROPERTY, STATIC_READ_ONLY_PROPERTY ->
            property(SwitchMethods.STATIC_GET, SwitchMethods.STATIC_SET, member);
      }
    }

    private void call(SwitchMethods command, String wanted, MemberModel member) {
      String name = names.next(wanted);
      add(command, member, writer.call(name, (ExecutableModel) member));
    }

    private void property(SwitchMethods get, SwitchMethods set, MemberModel member) {
      PropertyModel property = (PropertyModel) member;
      String suffix =
          Character.toUpperCase(property.name().charAt(0)) + property.name().substring(1);
      add(get, member, writer.get(names.next("get" + suffix), property));
      if (member.kind().isWritable()) {
        add(set, member, writer.set(names.next("set" + suffix), property));
      }
    }

    private void add(SwitchMethods command, MemberModel member, MethodSpec method) {
      methods.add(method);
      cases
          .computeIfAbsent(command, c -> new ArrayList<>())
          .add(new Case(member.wireName(), method.name()));
    }
  }
}
