package dev.remora.stub;

/**
 * The call that a message is about: its name for error texts, worked out only when one is needed.
 */
public interface Subject {

  /**
   * Names the call.
   *
   * @return for example {@code com.example.FileService#1.list}
   */
  String describe();

  /** All arguments have been read: their ids are resolved, and the member is about to run. */
  default void argumentsRead() {}
}
