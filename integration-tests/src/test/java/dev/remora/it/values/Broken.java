package dev.remora.it.values;

/** A bean whose getter throws. */
public final class Broken {
  private String text = "";

  /** For databind. */
  public Broken() {}

  /** Throws in the main process and in the renderer alike. */
  public String getText() {
    if (text.isEmpty()) {
      throw new IllegalStateException("nothing to get");
    }
    return text;
  }

  /** Makes it whole. */
  public void setText(String text) {
    this.text = text;
  }
}
