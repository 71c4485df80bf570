package dev.remora.main;

import dev.remora.stub.Exported;

/** What a {@link RequireFilter} says. */
public sealed interface RequireDecision {

  /**
   * Lets the next filter decide, and at last the exports.
   *
   * @return the decision
   */
  static RequireDecision pass() {
    return new Pass();
  }

  /**
   * Refuses: the renderer gets {@link dev.remora.AccessBlockedException}.
   *
   * @param reason what the renderer is told
   * @return the decision
   */
  static RequireDecision block(String reason) {
    return new Block(reason);
  }

  /**
   * Gives another object in place of the exported one; its class must be the module's, or generated
   * for it.
   *
   * @param object an object whose class, or a superclass or interface of it, is a
   *     {@code @RemoteModule}
   * @return the decision
   */
  static RequireDecision replaceWith(Object object) {
    return new Replace(Exports.exported(object));
  }

  /**
   * Gives another object in place of the exported one.
   *
   * @param exported the object with its dispatcher
   * @return the decision
   */
  static RequireDecision replaceWith(Exported<?> exported) {
    return new Replace(exported);
  }

  /** See {@link RequireDecision#pass()}. */
  record Pass() implements RequireDecision {}

  /**
   * See {@link RequireDecision#block}.
   *
   * @param reason what the renderer is told
   */
  record Block(String reason) implements RequireDecision {}

  /**
   * See {@link RequireDecision#replaceWith(Object)}.
   *
   * @param exported the object with its dispatcher
   */
  record Replace(Exported<?> exported) implements RequireDecision {}
}
