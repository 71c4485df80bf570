package dev.remora.wire;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One frame that has arrived whole: the encoded message and its attachments. It belongs to whoever
 * took it from the reader, and may be filled again when nobody reads it any more.
 */
public final class Frame {
  private static final byte[] NOTHING = {};

  /** Calls and their answers are rarely longer. */
  private static final int SMALL = 512;

  private byte[] message;
  private int length;
  private List<ByteBuffer> attachments;

  /** Creates a frame without a message, to be filled by a reader. */
  public Frame() {
    this(NOTHING, List.of());
  }

  Frame(byte[] message, List<ByteBuffer> attachments) {
    this.message = message;
    this.length = message.length;
    this.attachments = attachments;
  }

  /** Whether a message of so many bytes costs less in memory that is there than in new memory. */
  static boolean isSmall(int length) {
    return length <= SMALL;
  }

  /** Makes room for a message of so many bytes, over what was here before. */
  Frame withRoom(int bytes) {
    if (message.length < bytes) {
      message = new byte[bytes];
    }
    return this;
  }

  /** Takes a message for which there is room, without attachments. */
  void fill(ByteBuffer source, int bytes) {
    source.get(message, 0, bytes);
    length = bytes;
    attachments = List.of();
  }

  /** The memory of the encoded message, which has {@link #length()} bytes in it. */
  byte[] message() {
    return message;
  }

  /** How many bytes the message has. */
  int length() {
    return length;
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
    return withAttachments("frame of " + length + " bytes");
  }
}
