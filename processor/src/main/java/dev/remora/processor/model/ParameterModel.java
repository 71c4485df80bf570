package dev.remora.processor.model;

import javax.lang.model.element.VariableElement;

/** A parameter of a method or constructor. */
public record ParameterModel(VariableElement origin, String name, Passing passing) {

  /** Named as in the source. */
  public ParameterModel(VariableElement origin, Passing passing) {
    this(origin, origin.getSimpleName().toString(), passing);
  }
}
