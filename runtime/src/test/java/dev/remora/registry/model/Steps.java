package dev.remora.registry.model;

/** Takes what can happen next in a context. */
interface Steps {

  /** A step leads to a state, which is the receiver's from here on. */
  void add(Step step, ContextState next);

  /** A step shows that a property does not hold. */
  void violatedBy(Step step, Violation.Property property, String what);
}
