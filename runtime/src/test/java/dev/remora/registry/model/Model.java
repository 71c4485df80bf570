package dev.remora.registry.model;

/** What can happen, state by state; a state is a row of cells. */
interface Model {

  /** How the run is called in reports. */
  String name();

  /** What the ids in steps mean. */
  Scenario scenario();

  /** The state in which everything begins. */
  byte[] initial();

  /** Tells all that can happen next in a state, and what is wrong with it. */
  void expand(byte[] state, Successors successors);

  /** Is told what can happen next. */
  interface Successors {

    /** A step leads to a state, whose cells the receiver may keep. */
    void add(Step step, byte[] next);

    /** A step must not be possible. */
    void violatedBy(Step step, Violation violation);

    /** The state itself must not be. */
    void violated(Violation violation);
  }
}
