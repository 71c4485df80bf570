package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.HELD_FUNCTION;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.remora.processor.model.HeldFunction;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.Passing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The private methods of one generated class that list the functions inside of values. */
final class HeldFunctionLists {
  private final ModuleModel module;
  private final FunctionNames functions;
  private final ClassName generated;
  private final UniqueNames names;
  private final Map<String, String> nameByKey = new HashMap<>();
  private final Map<String, List<MethodSpec>> methodsByName = new TreeMap<>();

  /**
   * For one class.
   *
   * @param module whose values they are
   * @param functions refers to the proxies
   * @param generated the class
   * @param names gives methods names
   */
  HeldFunctionLists(
      ModuleModel module, FunctionNames functions, ClassName generated, UniqueNames names) {
    this.module = module;
    this.functions = functions;
    this.generated = generated;
    this.names = names;
  }

  /** The further argument of a value's codec; none for a value without functions. */
  CodeBlock argument(Passing.Value value) {
    List<HeldFunction> held = module.heldBy(value);
    return held.isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.of(", $L()", nameByKey.computeIfAbsent(value.key(), k -> write(value, held)));
  }

  /** All that codecs so far refer to, by name. */
  List<MethodSpec> methods() {
    return methodsByName.values().stream().flatMap(List::stream).toList();
  }

  private String write(Passing.Value value, List<HeldFunction> held) {
    String name = names.next("functionsIn" + camelCase(value.accept(CodecNames.INSTANCE)));
    List<CodeBlock> elements = held.stream().map(this::element).toList();
    methodsByName.put(name, ListMethods.write(name, HELD_FUNCTION, elements, names));
    return name;
  }

  private CodeBlock element(HeldFunction held) {
    return CodeBlock.of(
        "new $T($T.class,$W$S,$W$L.TYPE)",
        HELD_FUNCTION,
        ClassName.get(held.holder()),
        held.component(),
        functions.reference(held.function(), generated));
  }

  private static String camelCase(String constant) {
    return Arrays.stream(constant.split("_"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
