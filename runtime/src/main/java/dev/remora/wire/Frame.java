package dev.remora.wire;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One frame that has arrived whole: the encoded message and its attachments. It belongs to whoever
 * took it from the reader.
 */
public final class Frame {
  private final byte[] message;
  private final List<ByteBuffer> attachments;

  Frame(byte[] message, List<ByteBuffer> attachments) {
    this.message = message;
    this.attachments = attachments;
  }

  /** The encoded message, not copied. */
  byte[] message() {
    return message;
  }

  /**
   * The attachments' bytes, each with an array of its own.
   *
   * @return the attachments, in the order of the frame
   */
  public List<ByteBuffer> attachments() {
    return attachments;
  }

  /** A text of the message, with what else the frame has. */
  String withAttachments(String text) {
    return attachments.isEmpty() ? text : text + " + " + attachments.size() + " attachments";
  }

  @Override
  public String toString() {
    return withAttachments("frame of " + message.length + " bytes");
  }
}
