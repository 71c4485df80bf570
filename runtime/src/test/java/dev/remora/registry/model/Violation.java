package dev.remora.registry.model;

/**
 * A property that does not hold.
 *
 * @param property which
 * @param what what it was violated by
 */
record Violation(Property property, String what) {

  /** What the protocol promises. */
  enum Property {
    /** Main still has the object that a message of a living context names. */
    NO_EARLY_FREE,
    /** The renderer still has the function that a callback of a living context names. */
    NO_LOST_CALLBACK,
    /** When nothing is in use and nothing is on its way, the owners' tables are empty. */
    NO_LEAK,
    /** What is due leads to that state, in finitely many steps, from wherever one is. */
    NOTHING_IS_STUCK,
    /** No more is given back than was given. */
    NO_NEGATIVE_COUNT,
    /** The owner's count is what is on its way, in use, queued and on its way back. */
    COUNT_IS_EXACT,
    /** What happens in a context changes nothing in another. */
    NO_INTERFERENCE
  }
}
