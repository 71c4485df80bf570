package dev.remora.processor.model;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;

/** A public field, which the stub reads and writes through accessors of the field's name. */
public record PropertyModel(
    VariableElement origin,
    MemberKind kind,
    Passing passing,
    Optional<Deprecation> deprecation,
    Optional<String> documentation)
    implements MemberModel {

  @Override
  public String name() {
    return origin.getSimpleName().toString();
  }

  @Override
  public String wireName() {
    return name();
  }

  @Override
  public String signature() {
    return kind.prefix() + passing.signature() + " " + name();
  }

  @Override
  public String description() {
    return "property '" + name() + "' of " + owner().getSimpleName();
  }

  @Override
  public Stream<Passing> passings() {
    return Stream.of(passing);
  }
}
