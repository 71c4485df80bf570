package dev.remora;

/**
 * What the main process does with an event for a renderer that does not keep up, when as much waits
 * for it as may ({@code Limits.maxQueuedBytes}).
 */
public enum EventOverflow {
  /** Whoever posts waits until there is room; nothing is lost. */
  BLOCK,
  /** The event that has waited longest is dropped and counted; whoever posts never waits. */
  DROP_OLDEST,
  /**
   * Whoever posts gets a {@link LimitExceededException}, and the event is not posted; it never
   * waits.
   */
  FAIL,
  /** The renderer's context is closed; whoever posts never waits. */
  CLOSE
}
