package dev.remora.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;

/**
 * A method, static method or constructor.
 *
 * @param erasedName the name with erased parameter types, as in {@code list(java.lang.String,int)}
 * @param exceptions subclasses before their superclasses
 * @param delivery whether a renderer waits
 */
public record ExecutableModel(
    ExecutableElement origin,
    MemberKind kind,
    String name,
    String wireName,
    String erasedName,
    List<ParameterModel> parameters,
    Passing result,
    List<ExceptionModel> exceptions,
    Delivery delivery,
    Optional<Deprecation> deprecation,
    Optional<String> documentation)
    implements MemberModel {

  public ExecutableModel {
    parameters = List.copyOf(parameters);
    exceptions = List.copyOf(exceptions);
  }

  /** The same, under another name on the wire. */
  public ExecutableModel withWireName(String other) {
    return new ExecutableModel(
        origin,
        kind,
        name,
        other,
        erasedName,
        parameters,
        result,
        exceptions,
        delivery,
        deprecation,
        documentation);
  }

  /** Whether it has type parameters that no argument tells. */
  public boolean isOpen() {
    Passing value = result instanceof Passing.OrNull orNull ? orNull.passing() : result;
    boolean told =
        value instanceof Passing.OfFamily ofFamily
            && ofFamily.role() == Passing.OfFamily.Role.RESULT;
    return !told && !origin.getTypeParameters().isEmpty();
  }

  @Override
  public String signature() {
    String returned = kind == MemberKind.CONSTRUCTOR ? "" : result.signature() + " ";
    String taken =
        parameters.stream()
            .map(parameter -> parameter.passing().signature())
            .collect(Collectors.joining(", ", "(", ")"));
    return delivery.prefix()
        + kind.prefix()
        + returned
        + name
        + taken
        + ExceptionModel.thrown(exceptions);
  }

  @Override
  public String description() {
    String owner = owner().getSimpleName().toString();
    String taken =
        parameters.stream()
            .map(parameter -> TypeText.simple(parameter.passing().type()))
            .collect(Collectors.joining(", ", "(", ")"));
    return kind == MemberKind.CONSTRUCTOR
        ? "constructor " + owner + taken
        : owner + "." + name + taken;
  }

  @Override
  public Stream<Passing> passings() {
    return Stream.concat(parameters.stream().map(ParameterModel::passing), Stream.of(result));
  }
}
