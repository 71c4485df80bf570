package dev.remora.session;

/** Why a thread does not wait any longer. */
enum WaitEnd {
  /** The answer is there, and all that came before it has run. */
  OVER,
  /** The deadline has passed. */
  TIMED_OUT,
  /** The thread was interrupted; the interrupt has been taken. */
  INTERRUPTED
}
