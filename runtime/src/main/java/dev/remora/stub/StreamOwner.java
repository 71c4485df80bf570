package dev.remora.stub;

/** Whose a stream is after it has crossed: who closes it, and who may read ahead in it. */
public enum StreamOwner {
  /** An argument: it stays the caller's, who may go on with it. */
  SENDER,
  /** A result: it is the receiver's, and closed when that has no more use for it. */
  RECEIVER
}
