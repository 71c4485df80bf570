package dev.remora.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * How messages become bytes; agreed in the handshake ({@code docs/protocol.md#encodings}). Both
 * encodings carry the same tokens, so that nobody above this package knows which one is in use.
 *
 * <p>Shared by all threads of a connection.
 */
public sealed interface Encoding permits JsonEncoding, TokenEncoding {

  /**
   * The encoding's name in the handshake.
   *
   * @return the name
   */
  String name();

  /**
   * Starts a frame.
   *
   * @param maxBytes the largest frame that both sides accept
   * @return an empty frame, to be filled, sent and forgotten by one thread
   */
  default OutgoingFrame newFrame(int maxBytes) {
    OutgoingFrame free = frames().take();
    if (free == null) {
      return new OutgoingFrame(this, maxBytes);
    }
    free.reopen(maxBytes);
    return free;
  }

  /**
   * Parses a frame's message.
   *
   * @param frame the frame, which stays as it is while it is parsed
   * @return a parser before the first token, to be closed
   */
  default JsonParser parser(Frame frame) {
    return parser(frame, null);
  }

  /**
   * Parses a frame's message, by a parser that was used before if that can be done.
   *
   * @param frame the frame, which stays as it is while it is parsed
   * @param used a parser of this encoding that nobody uses any more, not even to close it; or null
   * @return a parser before the first token, the used one or another
   */
  JsonParser parser(Frame frame, @Nullable JsonParser used);

  /**
   * The text that a parser of this encoding stands at, where the same few texts come again and
   * again: names of contexts and members.
   *
   * @param parser one of this encoding, at a string
   * @return the text
   */
  String name(JsonParser parser);

  /**
   * A frame as JSON, for logs and errors.
   *
   * @param frame a frame in this encoding
   * @return its message, and how many attachments it has
   */
  String show(Frame frame);

  /** The generator of a frame that is written into {@code buffer}. */
  JsonGenerator generator(FrameBuffer buffer);

  /** A generator for a message that is started again; the one before is not used any more. */
  JsonGenerator restarted(JsonGenerator before, FrameBuffer buffer);

  /** Frames that can be used again. */
  Pool<OutgoingFrame> frames();
}
