package dev.remora.processor.write;

import dev.remora.processor.model.Delivery;
import dev.remora.processor.model.Passing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names the nested classes of proxies in one generated class. */
final class FunctionNames {
  private final UniqueNames names;
  private final Map<String, String> nameByKey = new HashMap<>();
  private final List<Passing.Function> asked = new ArrayList<>();

  /**
   * For one class.
   *
   * @param generated its simple name
   */
  FunctionNames(String generated) {
    this.names =
        new UniqueNames(
            generated,
            RuntimeNames.REMOTE_CALL.simpleName(),
            RuntimeNames.REMOTE_CONTEXT.simpleName(),
            RuntimeNames.REMOTE_FUNCTION.simpleName(),
            RuntimeNames.REMOTE_INVOCATION_EXCEPTION.simpleName(),
            RuntimeNames.REMOTE_REFERENCE.simpleName(),
            RuntimeNames.REMOTE_STUB.simpleName());
  }

  /** The name of the proxy's class, which then has to be written. */
  String nameOf(Passing.Function function) {
    String known = nameByKey.get(function.key());
    if (known != null) {
      return known;
    }
    String name = names.next(wanted(function));
    nameByKey.put(function.key(), name);
    asked.add(function);
    return name;
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
