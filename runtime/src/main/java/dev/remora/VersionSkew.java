package dev.remora;

/** What a renderer does where its stub and the main process have different versions of a module. */
public enum VersionSkew {
  /** Requiring the module fails with {@link ModuleMismatchException}, which says what differs. */
  REFUSED,
  /**
   * The module is used all the same, and one line in the log says what differs. Members that are
   * the same in both work; of the others main refuses those that it does not know by name, and
   * those whose arguments it cannot read. A member that kept its name and changed its meaning is
   * called.
   */
  LOGGED
}
