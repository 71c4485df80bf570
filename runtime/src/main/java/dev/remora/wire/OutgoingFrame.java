package dev.remora.wire;

import dev.remora.LimitExceededException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * A frame that is being written: its message goes through a generator into memory, and nothing is
 * sent before it is whole.
 *
 * <p>Used by one thread at a time. Either {@link #finish()} or {@link #close()} ends it.
 */
public final class OutgoingFrame implements AutoCloseable {
  /** Set in the first word of a frame that has attachments. */
  static final int HAS_ATTACHMENTS = 0x8000_0000;

  private static final int WORD = 4;

  private final Encoding encoding;
  private final int maxBytes;
  private final FrameBuffer buffer = new FrameBuffer();
  private final List<ByteBuffer> attachments = new ArrayList<>(0);
  private JsonGenerator json;
  private final List<Object> kept = new ArrayList<>(0);
  private long[] given = new long[2];
  private int givenCount;

  OutgoingFrame(Encoding encoding, int maxBytes) {
    this.encoding = encoding;
    this.maxBytes = maxBytes;
    this.json = encoding.generator(buffer);
  }

  /**
   * The generator of the message.
   *
   * @return the generator; another one after {@link #reset()}
   */
  public JsonGenerator json() {
    return json;
  }

  /**
   * Adds an attachment.
   *
   * @param bytes its bytes, which must not change before the frame is sent
   * @return its number in the frame
   */
  public int attach(ByteBuffer bytes) {
    attachments.add(bytes);
    return attachments.size() - 1;
  }

  /**
   * Notes that the message gives an id away, so that it can be taken back if the message is never
   * sent.
   *
   * @param id the id
   */
  public void given(long id) {
    if (givenCount == given.length) {
      given = Arrays.copyOf(given, givenCount * 2);
    }
    given[givenCount++] = id;
  }

  /**
   * Keeps a stub reachable until the frame is closed, because the message names its id: were it
   * given back before the message is sent, the other side would not know it any more.
   *
   * @param stub the stub
   */
  public void keep(Object stub) {
    kept.add(stub);
  }

  /**
   * The ids that the message gives away.
   *
   * @return a new array, with an id as often as it is given
   */
  public long[] givenIds() {
    return Arrays.copyOf(given, givenCount);
  }

  /** Forgets all that was written, to start the message again. */
  public void reset() {
    json.close();
    buffer.length = FrameBuffer.HEAD;
    attachments.clear();
    kept.clear();
    givenCount = 0;
    json = encoding.generator(buffer);
  }

  /**
   * Completes the frame.
   *
   * @return what is to be sent, in order
   * @throws LimitExceededException if the frame is larger than the limit; it may then be {@link
   *     #reset()}
   */
  public List<ByteBuffer> finish() {
    json.close();
    int message = buffer.length - FrameBuffer.HEAD;
    long rest = attachments.isEmpty() ? message : (long) WORD + message;
    for (ByteBuffer attachment : attachments) {
      rest += WORD + attachment.remaining();
    }
    if (rest > maxBytes) {
      throw new LimitExceededException(
          "a frame of %d bytes is over the limit of %d (Limits.maxFrameBytes)"
              .formatted(rest, maxBytes));
    }
    ByteBuffer head = ByteBuffer.wrap(buffer.bytes, 0, buffer.length);
    if (attachments.isEmpty()) {
      head.putInt(WORD, message).position(WORD);
      return List.of(head);
    }
    head.putInt(0, (int) rest | HAS_ATTACHMENTS).putInt(WORD, message);
    List<ByteBuffer> parts = new ArrayList<>(1 + 2 * attachments.size());
    parts.add(head);
    for (ByteBuffer attachment : attachments) {
      parts.add(ByteBuffer.allocate(WORD).putInt(0, attachment.remaining()));
      parts.add(attachment.duplicate());
    }
    return parts;
  }

  /**
   * Gives the generator's buffers back, and lets go of the stubs that the message names; closed
   * when the frame has been sent, or will not be.
   */
  @Override
  public void close() {
    try {
      json.close();
    } finally {
      Reference.reachabilityFence(kept);
    }
  }
}
