package dev.remora.processor.model;

/** Which nullness annotation a generated class needs to be read as its module is. */
public enum NullMark {
  /** None: its package says the same as the module. */
  NONE,
  /** {@code @NullMarked}: the module is marked by its own class. */
  MARKED,
  /** {@code @NullUnmarked}: the module is taken out of its marked package. */
  UNMARKED
}
