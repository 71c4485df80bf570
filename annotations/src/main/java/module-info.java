/**
 * The annotations that mark what crosses processes; no dependencies, needed at compile time only.
 */
module dev.remora.annotation {
  exports dev.remora.annotation;
}
