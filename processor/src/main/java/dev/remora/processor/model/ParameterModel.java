package dev.remora.processor.model;

import javax.lang.model.element.VariableElement;

/** A parameter of a method or constructor. */
public record ParameterModel(VariableElement origin, Passing passing) {

  public String name() {
    return origin.getSimpleName().toString();
  }
}
