package dev.remora.annotation;

/** What becomes of the members of a foreign interface whose types cannot cross. */
public enum UnsupportedMembers {
  /** Each is an error at compile time. */
  REFUSE,
  /**
   * The stub's method throws {@link UnsupportedOperationException} with the reason; the main
   * process is not asked.
   */
  THROW
}
