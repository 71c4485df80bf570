package dev.remora.stub;

import org.jspecify.annotations.Nullable;

/** A Java stream that stands for one of the other process. */
interface StreamView {

  /** The stream of the other process. */
  RemoteStream remote();

  /** What was written to it and not sent yet; null where nothing is written. */
  default @Nullable UnsentOutput unsent() {
    return null;
  }
}
