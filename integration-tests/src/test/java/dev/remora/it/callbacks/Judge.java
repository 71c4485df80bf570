package dev.remora.it.callbacks;

/** A user's functional interface that throws. */
@FunctionalInterface
public interface Judge {
  /** Judges. */
  boolean accepts(String what) throws Refused;
}
