package dev.remora.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;

/**
 * A functional interface with its type arguments: what proxies are generated from.
 *
 * @param passing how its functions cross, which names it in signatures
 * @param method its one abstract method
 * @param exceptions subclasses before their superclasses
 * @param warnings those of javac that no class that implements the interface can avoid
 */
public record FunctionModel(
    Passing.Function passing,
    ExecutableElement method,
    List<ParameterModel> parameters,
    Passing result,
    List<ExceptionModel> exceptions,
    List<String> warnings) {

  public FunctionModel {
    parameters = List.copyOf(parameters);
    exceptions = List.copyOf(exceptions);
    warnings = List.copyOf(warnings);
  }

  public String name() {
    return method.getSimpleName().toString();
  }

  public boolean isVoid() {
    return result instanceof Passing.Nothing;
  }

  /** How error texts name its method. */
  public String description() {
    String owner = ((DeclaredType) passing.type()).asElement().getSimpleName().toString();
    String taken =
        parameters.stream()
            .map(parameter -> TypeText.simple(parameter.passing().type()))
            .collect(Collectors.joining(", ", "(", ")"));
    return owner + "." + name() + taken;
  }

  /** How all types in its method's signature cross. */
  public Stream<Passing> passings() {
    return Stream.concat(parameters.stream().map(ParameterModel::passing), Stream.of(result));
  }
}
