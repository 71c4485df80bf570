package dev.remora.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Arrays;
import java.util.Optional;

/** Whose {@code @Inject} the constructors of stubs carry, so that a container can make stubs. */
public enum Injection {
  NONE(""),
  JAKARTA("jakarta"),
  JAVAX("javax");

  /** The option of the processor: {@code -Aremora.inject=jakarta}. */
  public static final String OPTION = "remora.inject";

  private final String value;

  Injection(String value) {
    this.value = value;
  }

  /** What the value of the option asks for, unless nobody knows it. */
  public static Optional<Injection> of(String value) {
    return Arrays.stream(values()).filter(injection -> injection.value.equals(value)).findFirst();
  }

  /** The annotation, unless no stub carries one. */
  public Optional<ClassName> annotation() {
    return this == NONE
        ? Optional.empty()
        : Optional.of(ClassName.get(value + ".inject", "Inject"));
  }
}
