package dev.remora.it.files;

import dev.remora.annotation.RemoteModule;

/** By reference. */
@RemoteModule
public class Editor {
  private final String path;
  private final StringBuilder text;
  private boolean closed;

  Editor(String path, String text) {
    this.path = path;
    this.text = new StringBuilder(text);
  }

  /** Where the text came from. */
  public String path() {
    return path;
  }

  /** The text as it is. */
  public String text() {
    return text.toString();
  }

  /** Appends to the text. */
  public Editor append(String more) {
    text.append(more);
    return this;
  }

  /** Whether it was closed. */
  public boolean closed() {
    return closed;
  }

  void close() {
    closed = true;
  }
}
