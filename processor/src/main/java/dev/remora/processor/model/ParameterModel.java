package dev.remora.processor.model;

import javax.lang.model.SourceVersion;
import javax.lang.model.element.VariableElement;

/** A parameter of a method or constructor. */
public record ParameterModel(VariableElement origin, String name, Passing passing) {

  /** Named as in the source. */
  public ParameterModel(VariableElement origin, Passing passing) {
    this(origin, nameOf(origin), passing);
  }

  /** The name; other languages have parameters that are called {@code class} or {@code new}. */
  public static String nameOf(VariableElement parameter) {
    String name = parameter.getSimpleName().toString();
    return SourceVersion.isName(name) ? name : name + "_";
  }
}
