package dev.remora.stub;

import dev.remora.wire.OutgoingFrame;

/** Writes the one result of a member, in the main process; used by one thread. */
public final class Reply extends MetaWriter {

  /**
   * For the session.
   *
   * @param frame the frame that is written
   * @param references gives ids to objects
   * @param values writes what has no codec of ours
   * @param subject names the call in errors
   */
  public Reply(OutgoingFrame frame, References references, ValueMapper values, Subject subject) {
    super(frame, references, values, subject, "members");
  }

  /** Says that a member without result has run. */
  public void writeVoid() {
    json().writeNull();
  }
}
