package dev.remora.processor.discover;

import dev.remora.processor.model.ComponentModel;
import dev.remora.processor.model.FunctionModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.TypeText;
import dev.remora.processor.model.ValueModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;

/**
 * The functional interfaces and values that were read for one module: each once, and referred to by
 * its key, because it may lead back to itself.
 */
final class ReadTypes {
  private final Map<String, FunctionModel> functions = new LinkedHashMap<>();
  private final Map<String, ValueModel> values = new LinkedHashMap<>();

  /** A key of a type: it tells apart what is written alike. */
  static String key(DeclaredType type, List<Passing> parts) {
    return TypeText.qualified(type)
        + parts.stream()
            .flatMap(Passing::all)
            .map(part -> part instanceof Passing.OrNull orNull ? "?" + orNull.annotation() : ".")
            .collect(Collectors.joining());
  }

  boolean has(Passing.Function function) {
    return functions.containsKey(function.key());
  }

  boolean has(Passing.Value value) {
    return values.containsKey(value.key());
  }

  void add(FunctionModel function) {
    functions.put(function.passing().key(), function);
  }

  void add(ValueModel value) {
    values.put(value.key(), value);
  }

  List<FunctionModel> functions() {
    return List.copyOf(functions.values());
  }

  List<ValueModel> values() {
    return List.copyOf(values.values());
  }

  /** What is there now, to return to. */
  Mark mark() {
    return new Mark(Set.copyOf(functions.keySet()), Set.copyOf(values.keySet()));
  }

  /**
   * Forgets what was read since: it may refer to what turned out to be refused, as if that were in
   * order.
   */
  void returnTo(Mark mark) {
    functions.keySet().retainAll(mark.functions);
    values.keySet().retainAll(mark.values);
  }

  /** Those that signatures lead to. */
  ReadTypes reachableFrom(Stream<Passing> signatures) {
    ReadTypes reached = new ReadTypes();
    signatures.forEach(passing -> collect(passing, reached));
    return reached;
  }

  private void collect(Passing passing, ReadTypes reached) {
    passing
        .all()
        .toList()
        .forEach(
            part -> {
              if (part instanceof Passing.Function function) {
                collectFunction(function, reached);
              } else if (part instanceof Passing.Value value) {
                collectValue(value, reached);
              }
            });
  }

  private void collectFunction(Passing.Function function, ReadTypes reached) {
    FunctionModel model = functions.get(function.key());
    if (model != null && !reached.has(function)) {
      reached.add(model);
      model.passings().forEach(part -> collect(part, reached));
    }
  }

  private void collectValue(Passing.Value value, ReadTypes reached) {
    ValueModel model = values.get(value.key());
    if (model != null && !reached.has(value)) {
      reached.add(model);
      model.components().stream()
          .map(ComponentModel::passing)
          .forEach(part -> collect(part, reached));
    }
  }

  /** Keys of a moment. */
  record Mark(Set<String> functions, Set<String> values) {}
}
