package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.remora.processor.model.Delivery;
import dev.remora.processor.model.FileNames;
import dev.remora.processor.model.Passing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names the proxies of one module and side: nested classes of the stub, or of the dispatcher. */
final class FunctionNames {
  private final ClassName outer;
  private final UniqueNames names;
  private final Map<String, String> nameByKey = new HashMap<>();
  private final List<Passing.Function> asked = new ArrayList<>();

  /**
   * For one class.
   *
   * @param outer the class in which they are nested
   */
  FunctionNames(ClassName outer) {
    this.outer = outer;
    this.names =
        new UniqueNames(
            outer.simpleName(),
            RuntimeNames.CODEC.simpleName(),
            RuntimeNames.RECORD_CODEC.simpleName(),
            RuntimeNames.RECORD_COMPONENTS.simpleName(),
            RuntimeNames.REMOTE_CALL.simpleName(),
            RuntimeNames.REMOTE_CONTEXT.simpleName(),
            RuntimeNames.REMOTE_FUNCTION.simpleName(),
            RuntimeNames.REMOTE_INVOCATION_EXCEPTION.simpleName(),
            RuntimeNames.REMOTE_REFERENCE.simpleName(),
            RuntimeNames.REMOTE_STUB.simpleName());
  }

  /** The proxy's class as a generated class refers to it: perhaps from outside. */
  CodeBlock reference(Passing.Function function, ClassName from) {
    return from.equals(outer)
        ? CodeBlock.of("$L", nameOf(function))
        : CodeBlock.of("$T", outer.nestedClass(nameOf(function)));
  }

  /** The name of the proxy's class, which then has to be written. */
  String nameOf(Passing.Function function) {
    String known = nameByKey.get(function.key());
    if (known != null) {
      return known;
    }
    String name = names.next(FileNames.fitting(outer.simpleName(), wanted(function)));
    nameByKey.put(function.key(), name);
    asked.add(function);
    return name;
  }

  /** A name for another class that is nested beside the proxies. */
  String besideProxies(String wanted) {
    return names.next(FileNames.fitting(outer.simpleName(), wanted));
  }

  /** Whether they are nested in a class. */
  boolean areIn(ClassName generated) {
    return generated.equals(outer);
  }

  /** Those that have been asked for, in that order. */
  List<Passing.Function> asked() {
    return List.copyOf(asked);
  }

  /** {@code ConsumerOfFileEvent}; what would be called as its interface is a {@code Remote…}. */
  private static String wanted(Passing.Function function) {
    String name =
        Arrays.stream(function.accept(CodecNames.INSTANCE).split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    boolean likeInterface = function.parts().isEmpty() && function.delivery() == Delivery.BY_RULE;
    return likeInterface ? "Remote" + name : name;
  }
}
