package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.Passing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * The codecs of one generated class: each made once, under a name.
 *
 * <p>They are in a nested class of their own, so that they are not made before the first call that
 * needs one: a renderer whose first call passes numbers and texts does not load them when it
 * starts.
 */
final class CodecConstants {
  private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z@])");

  private final Side side;
  private final ClassName holder;
  private final FunctionNames functions;
  private final HeldFunctionLists held;
  private final RecordCodecs records;
  private final CodecWriter writer;

  /** A codec of the class's own module refers to the fields of the class by these names. */
  private final UniqueNames names = new UniqueNames("INSTANCE", "TYPE");

  private final Map<String, String> nameByCodec = new HashMap<>();
  private final Map<String, FieldSpec> fieldByName = new TreeMap<>();

  /**
   * For one class.
   *
   * @param module whose types it encodes
   * @param side the process that the class is for
   * @param functions refers to the proxies
   * @param methods gives further methods names
   */
  CodecConstants(ModuleModel module, Side side, FunctionNames functions, UniqueNames methods) {
    // An asynchronous stub refers to the proxies of the stub, and has codecs of its own.
    FunctionNames nested =
        functions.areIn(side.generated()) ? functions : new FunctionNames(side.generated());
    this.side = side;
    this.holder = side.generated().nestedClass(nested.besideProxies("WireCodecs"));
    this.functions = functions;
    this.held = new HeldFunctionLists(module, functions, side.generated(), methods);
    this.records = new RecordCodecs(module, side, nested, functions, held);
    this.writer = new CodecWriter(side, functions, held, records);
  }

  Side side() {
    return side;
  }

  /** The proxies that the codecs so far refer to. */
  FunctionNames functions() {
    return functions;
  }

  /** The codec as code refers to it; the runtime's own constants need no other. */
  CodeBlock codec(Passing passing) {
    CodeBlock code = passing.accept(writer);
    return isOfRuntime(passing) || isOfOneCall(passing)
        ? code
        : CodeBlock.of("$T.$L", holder, constant(passing, code));
  }

  private static boolean isOfRuntime(Passing passing) {
    return passing instanceof Passing.Scalar
        || (passing instanceof Passing.Streamed streamed && streamed.parts().isEmpty());
  }

  /** A codec for the class that a caller passes. */
  private static boolean isOfOneCall(Passing passing) {
    return passing instanceof Passing.OfFamily ofFamily
        && ofFamily.role() == Passing.OfFamily.Role.RESULT;
  }

  /** The methods that the declarations call, by name. */
  List<MethodSpec> methods() {
    return held.methods();
  }

  /** The classes that declare all that {@link #codec} was asked for, and what that leads to. */
  List<TypeSpec> types() {
    List<TypeSpec> types = new ArrayList<>(records.types());
    if (!fieldByName.isEmpty()) {
      types.add(
          TypeSpec.classBuilder(holder)
              .addAnnotation(RuntimeNames.GENERATED)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .addJavadoc("How values cross; made when the first call needs it.")
              .addFields(fieldByName.values())
              .build());
    }
    return types;
  }

  private String constant(Passing passing, CodeBlock code) {
    String known = nameByCodec.get(code.toString());
    if (known != null) {
      return known;
    }
    String name = names.next(passing.accept(CodecNames.INSTANCE));
    TypeName type = ParameterizedTypeName.get(RuntimeNames.CODEC, side.type(passing));
    nameByCodec.put(code.toString(), name);
    fieldByName.put(
        name,
        FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
            .initializer(broken(type, name, code))
            .build());
    return name;
  }

  /** The initializer, on a line of its own if the declaration would be too long. */
  private static CodeBlock broken(TypeName type, String name, CodeBlock code) {
    String line = "    static final %s %s = %s;".formatted(type, name, code);
    boolean fits = QUALIFIER.matcher(line).replaceAll("").length() <= SourceLayout.WIDTH;
    return fits ? code : CodeBlock.of("\n$>$>$L$<$<", code);
  }
}
