package dev.remora.it.values;

import java.util.Arrays;

/** A bean that holds a buffer. */
public final class Bytes {
  private byte[] content = new byte[0];

  /** For databind. */
  public Bytes() {}

  /** A bean of these bytes. */
  public static Bytes of(byte... content) {
    Bytes bytes = new Bytes();
    bytes.setContent(content);
    return bytes;
  }

  /** The bytes. */
  public byte[] getContent() {
    return content.clone();
  }

  /** The bytes. */
  public void setContent(byte[] content) {
    this.content = content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return Arrays.toString(content);
  }
}
