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

  /** Up to this size a frame is copied, so that its memory can be used again at once. */
  private static final int SMALL = 4 << 10;

  private final Encoding encoding;
  private int maxBytes;
  private final FrameBuffer buffer = new FrameBuffer();
  private final List<ByteBuffer> attachments = new ArrayList<>(0);
  private JsonGenerator json;
  private final List<Object> kept = new ArrayList<>(0);
  private long[] given = new long[2];
  private int givenCount;

  /** Where a finished frame begins in the buffer. */
  private int first;

  private int size;
  private boolean isFinished;
  private boolean isDetached;
  private boolean isOpen = true;

  OutgoingFrame(Encoding encoding, int maxBytes) {
    this.encoding = encoding;
    this.maxBytes = maxBytes;
    this.json = encoding.generator(buffer);
  }

  /**
   * A whole frame of a message that is encoded already.
   *
   * @param message the message
   * @param maxBytes the largest frame that the peer accepts
   * @return the bytes to be sent
   * @throws LimitExceededException if the frame is larger than the limit
   */
  public static ByteBuffer of(byte[] message, int maxBytes) {
    checkSize(message.length, maxBytes);
    return ByteBuffer.allocate(WORD + message.length).putInt(message.length).put(message).flip();
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
    json = encoding.restarted(json, buffer);
    forget();
  }

  private void forget() {
    buffer.length = FrameBuffer.HEAD;
    attachments.clear();
    kept.clear();
    givenCount = 0;
    isFinished = false;
  }

  /**
   * Keeps the frame's memory out of use after it is closed, because somebody sends it later, or
   * because the stubs that it names must stay reachable.
   */
  public void detach() {
    isDetached = true;
  }

  /**
   * Whether the message names stubs.
   *
   * @return true if {@link #keep} was called
   */
  public boolean keepsStubs() {
    return !kept.isEmpty();
  }

  /** Starts over with a frame that was closed. */
  void reopen(int most) {
    maxBytes = most;
    isOpen = true;
  }

  /**
   * Completes the frame.
   *
   * @return this, which can be sent
   * @throws LimitExceededException if the frame is larger than the limit; it may then be {@link
   *     #reset()}
   */
  public OutgoingFrame finish() {
    json.flush();
    int message = buffer.length - FrameBuffer.HEAD;
    long rest = attachments.isEmpty() ? message : withAttachments(message);
    checkSize(rest, maxBytes);
    if (attachments.isEmpty()) {
      first = WORD;
      putWord(WORD, message);
    } else {
      first = 0;
      putWord(0, (int) rest | HAS_ATTACHMENTS);
      putWord(WORD, message);
    }
    size = WORD + (int) rest;
    isFinished = true;
    return this;
  }

  /** Refuses what is over a limit, to be sent or to be read. */
  static void checkSize(long bytes, int maxBytes) {
    if (bytes > maxBytes) {
      throw new LimitExceededException(
          "a frame of %d bytes is over the limit of %d (Limits.maxFrameBytes)"
              .formatted(bytes, maxBytes));
    }
  }

  private long withAttachments(int message) {
    long length = (long) WORD + message;
    for (ByteBuffer attachment : attachments) {
      length += WORD + attachment.remaining();
    }
    return length;
  }

  private void putWord(int at, int word) {
    for (int i = 0; i < WORD; i++) {
      buffer.bytes[at + i] = (byte) (word >> (8 * (WORD - 1 - i)));
    }
  }

  /**
   * How many bytes were written so far.
   *
   * @return the size of the message as far as it goes, and of the attachments
   */
  public long written() {
    json.flush();
    long bytes = (long) buffer.length - FrameBuffer.HEAD;
    for (ByteBuffer attachment : attachments) {
      bytes += attachment.remaining();
    }
    return bytes;
  }

  /**
   * How many bytes a finished frame has.
   *
   * @return the size, lengths and attachments included
   */
  public int size() {
    return size;
  }

  /**
   * Whether a finished frame costs less to copy than to keep.
   *
   * @return true for frames of few bytes and without attachments
   */
  public boolean isSmall() {
    return attachments.isEmpty() && size <= SMALL;
  }

  /**
   * Copies a finished frame that {@link #isSmall()}.
   *
   * @param to has room for it
   */
  public void copyTo(ByteBuffer to) {
    to.put(buffer.bytes, first, size);
  }

  /**
   * The bytes of a finished frame, without a copy: they stay as they are although the frame is
   * closed.
   *
   * @return what is to be sent, in order
   */
  public List<ByteBuffer> parts() {
    List<ByteBuffer> parts = new ArrayList<>(1 + 2 * attachments.size());
    parts.add(ByteBuffer.wrap(buffer.bytes, first, buffer.length - first));
    for (ByteBuffer attachment : attachments) {
      parts.add(ByteBuffer.allocate(WORD).putInt(0, attachment.remaining()));
      parts.add(attachment.duplicate());
    }
    return parts;
  }

  /**
   * Gives the frame's memory back, and lets go of the stubs that the message names; closed when the
   * frame has been sent, or will not be.
   */
  @Override
  public void close() {
    try {
      if (isOpen && !isDetached) {
        isOpen = false;
        giveBack();
      }
    } finally {
      Reference.reachabilityFence(kept);
    }
  }

  private void giveBack() {
    if (isFinished && isSmall() && buffer.bytes.length <= 2 * SMALL) {
      forget();
      encoding.frames().giveBack(this);
    } else {
      // Given up half-way, or too large to be kept.
      json.close();
    }
  }
}
