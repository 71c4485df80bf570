package com.example;

import dev.remora.annotation.RemoteModule;

/** An open file. */
@RemoteModule
public class Editor {
  private final StringBuilder text = new StringBuilder();

  /** The whole text. */
  public String text() {
    return text.toString();
  }

  /**
   * Adds to the end.
   *
   * @param more what to add
   */
  public void append(String more) {
    text.append(more);
  }
}
