package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.CODEC;
import static dev.remora.processor.write.RuntimeNames.META_CURSOR;
import static dev.remora.processor.write.RuntimeNames.META_WRITER;
import static dev.remora.processor.write.RuntimeNames.RECORD_CODEC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.remora.processor.model.ComponentModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.ValueModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** The nested classes of one generated class that read and write records without databind. */
final class RecordCodecs {
  /** As many primitives as {@code RecordCodec} can tell the absence of. */
  private static final int MOST_PRIMITIVES = 46;

  private final ModuleModel module;
  private final ClassName outer;
  private final FunctionNames names;
  private final ComponentCodecs components;
  private final Map<String, String> nameByKey = new HashMap<>();
  private final Map<String, TypeSpec> typeByName = new TreeMap<>();

  /**
   * For one class.
   *
   * @param module whose records they are
   * @param side the process that the class is for
   * @param names names what is nested in it
   * @param functions refers to the proxies
   * @param held lists functions inside of values, of which these have none
   */
  RecordCodecs(
      ModuleModel module,
      Side side,
      FunctionNames names,
      FunctionNames functions,
      HeldFunctionLists held) {
    this.module = module;
    this.outer = side.generated();
    this.components = new ComponentCodecs(this, new CodecWriter(side, functions, held, this));
    this.names = names;
  }

  /** The codec of a value, if it is a record that needs no databind. */
  Optional<CodeBlock> codec(Passing.Value value) {
    return nameOf(value).map(name -> CodeBlock.of("$L.CODEC", name));
  }

  /** All that {@link #codec} was asked for, and what those lead to, by name. */
  List<TypeSpec> types() {
    return List.copyOf(typeByName.values());
  }

  /** The nested class of a value, which is written when it is asked for first. */
  private Optional<String> nameOf(Passing.Value value) {
    String known = nameByKey.get(value.key());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ValueModel> model = module.value(value).filter(this::isPlain);
    if (model.isEmpty() || !module.heldBy(value).isEmpty()) {
      return Optional.empty();
    }
    ClassName type = (ClassName) WithoutAnnotations.of(TypeName.get(value.type()));
    String name = names.besideProxies(type.simpleName() + "Codec");
    // Before it is written: a record may contain itself.
    nameByKey.put(value.key(), name);
    typeByName.put(name, write(name, type, model.get().components()));
    return Optional.of(name);
  }

  private boolean isPlain(ValueModel model) {
    long primitives =
        model.components().stream()
            .filter(component -> component.passing() instanceof Passing.Primitive)
            .count();
    return model.form() == ValueModel.Form.PLAIN_RECORD
        && primitives <= MOST_PRIMITIVES
        && model.components().stream()
            .allMatch(component -> ComponentCodecs.isKnown(component.passing()));
  }

  private TypeSpec write(String name, ClassName type, List<ComponentModel> parts) {
    UniqueNames names = new UniqueNames("CODEC", "END", "START", "from", "place");
    List<String> variables = parts.stream().map(part -> names.next(part.name())).toList();
    Map<String, FieldSpec> fields = new TreeMap<>();
    CodeBlock.Builder declared = CodeBlock.builder();
    MethodSpec.Builder write = writeMethod(type);
    CodeBlock.Builder locals = CodeBlock.builder();
    CodeBlock.Builder cases = CodeBlock.builder();
    CodeBlock.Builder arguments = CodeBlock.builder();
    for (int i = 0; i < parts.size(); i++) {
      ComponentModel part = parts.get(i);
      Passing passing = ComponentCodecs.withoutNull(part.passing());
      TypeName partType = WithoutAnnotations.of(TypeName.get(passing.type()));
      String variable = variables.get(i);
      String accessor = part.origin().getSimpleName().toString();
      String kind = "required";
      if (passing instanceof Passing.Primitive) {
        String suffix = capitalized(partType.toString());
        write.addStatement("write$L(to, $L, value.$L())", suffix, i, accessor);
        cases.add("case $L -> $L = read$L(from);\n", i, variable, suffix);
        locals.addStatement("$T $L = $L", partType, variable, zero(partType));
      } else {
        kind = "component";
        CodeBlock codec = components.codec(passing);
        CodeBlock absent = CodeBlock.of("");
        if (!ComponentCodecs.isConstant(passing)) {
          String constant = names.next(constantName(part.name()));
          fields.put(constant, constant(constant, partType, codec));
          codec = CodeBlock.of("$L", constant);
          absent = codec;
        }
        write.addStatement("write(to, $L, $L, value.$L())", i, codec, accessor);
        cases.add("case $L -> $L = read(from, $L);\n", i, variable, codec);
        locals.addStatement("$T $L = absent($L)", partType, variable, absent);
      }
      declared.add(",$W$L($S)", kind, part.name());
      arguments.add(i == 0 ? "$L" : ", $L", variable);
    }
    return TypeSpec.classBuilder(name)
        .addAnnotation(RuntimeNames.GENERATED)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("How {@link $T} crosses.", type)
        .superclass(ParameterizedTypeName.get(RECORD_CODEC, type))
        .addField(codecField(outer.nestedClass(name)))
        .addFields(fields.values())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super($T.class$L)", type, declared.build())
                .build())
        .addMethod(write.build())
        .addMethod(readMethod(type, locals.build(), cases.build(), arguments.build()))
        .build();
  }

  private static FieldSpec codecField(ClassName type) {
    return FieldSpec.builder(type, "CODEC", Modifier.STATIC, Modifier.FINAL)
        .initializer("new $T()", type)
        .build();
  }

  private static FieldSpec constant(String name, TypeName type, CodeBlock codec) {
    TypeName codecType = ParameterizedTypeName.get(CODEC, type.box());
    return FieldSpec.builder(codecType, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("\n$>$>$L$<$<", codec)
        .build();
  }

  private static MethodSpec.Builder writeMethod(ClassName type) {
    return MethodSpec.methodBuilder("writeComponents")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .addParameter(META_WRITER, "to")
        .addParameter(type, "value");
  }

  private static MethodSpec readMethod(
      ClassName type, CodeBlock locals, CodeBlock cases, CodeBlock arguments) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("readComponents")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(type)
            .addParameter(META_CURSOR, "from")
            .addCode(locals)
            .beginControlFlow(
                "for (long place = next(from, START); place != END; place = next(from, place))")
            .beginControlFlow("switch (componentAt(place))")
            .addCode(cases)
            .addCode("default -> throw unknown(place);\n")
            .endControlFlow()
            .endControlFlow();
    return method.addStatement("return new $T($L)", type, arguments).build();
  }

  private static String capitalized(String primitive) {
    return Character.toUpperCase(primitive.charAt(0)) + primitive.substring(1);
  }

  private static String zero(TypeName primitive) {
    return switch (primitive.toString()) {
      case "boolean" -> "false";
      case "char" -> "'\\0'";
      default -> "0";
    };
  }

  /** {@code lastModified} becomes {@code LAST_MODIFIED}. */
  private static String constantName(String component) {
    return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
  }
}
