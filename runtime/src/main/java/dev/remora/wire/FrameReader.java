package dev.remora.wire;

import dev.remora.LimitExceededException;
import dev.remora.ProtocolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into frames; keeps what is incomplete. Used by one thread at a time: the
 * one that leads the reading.
 *
 * <p>Memory for a frame grows as its bytes arrive, not as its header promises.
 */
public final class FrameReader {
  private static final int WORD = 4;
  private static final int BUFFER = 64 * 1024;
  private static final int FIRST_ALLOCATION = 16 << 20;

  private static final byte[] NO_MESSAGE = {};
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** What connections that read at this moment have lent each other. */
  private static final Pool<ByteBuffer> BUFFERS = new Pool<>();

  private final ByteSource source;

  /** What has been taken and not been cut; an idle connection has none. */
  private ByteBuffer buffer = NOTHING;

  private final ByteBuffer word = ByteBuffer.allocate(WORD);
  private int maxFrameBytes;

  private State state = State.HEADER;

  /** What the state fills: the word, a message or an attachment. */
  private ByteBuffer target = word;

  /** How long the target is to become. */
  private int targetLength = WORD;

  /** How many bytes of the frame are still to come, in a frame with attachments. */
  private int rest;

  private byte[] message = NO_MESSAGE;
  private final List<ByteBuffer> attachments = new ArrayList<>();

  private enum State {
    HEADER,
    PLAIN_MESSAGE,
    MESSAGE_LENGTH,
    MESSAGE,
    ATTACHMENT_LENGTH,
    ATTACHMENT
  }

  /**
   * Creates a reader.
   *
   * @param source where the bytes come from
   * @param maxFrameBytes the largest frame that is accepted
   */
  public FrameReader(ByteSource source, int maxFrameBytes) {
    this.source = source;
    this.maxFrameBytes = maxFrameBytes;
  }

  /**
   * Changes the limit, once the handshake is over.
   *
   * @param bytes the largest frame that is accepted from now on
   */
  public void setMaxFrameBytes(int bytes) {
    maxFrameBytes = bytes;
  }

  /**
   * Takes bytes from the source.
   *
   * @return how many; 0 if there are none now, -1 at the end of the stream
   * @throws IOException if the stream is broken
   */
  public int fill() throws IOException {
    if (!buffer.hasRemaining() && target.remaining() >= BUFFER) {
      return source.read(target);
    }
    if (buffer.capacity() == 0) {
      ByteBuffer free = BUFFERS.take();
      buffer = free == null ? ByteBuffer.allocateDirect(BUFFER).limit(0) : free.limit(0);
    }
    buffer.compact();
    try {
      return source.read(buffer);
    } finally {
      buffer.flip();
      giveBackIfEmpty();
    }
  }

  private void giveBackIfEmpty() {
    if (!buffer.hasRemaining() && buffer.capacity() > 0) {
      BUFFERS.giveBack(buffer);
      buffer = NOTHING;
    }
  }

  /**
   * Cuts the next frame out of what has been taken, into memory of its own.
   *
   * @return a whole frame, or null if more bytes are needed
   * @throws LimitExceededException if the frame's header promises more than the limit
   * @throws ProtocolException if the lengths in the frame do not fit together
   */
  public @Nullable Frame poll() {
    return poll(null);
  }

  /**
   * Cuts the next frame out of what has been taken.
   *
   * @param used a frame that nobody reads any more, to be filled if the next one is small
   * @return a whole frame, the used one or another, or null if more bytes are needed
   * @throws LimitExceededException if the frame's header promises more than the limit
   * @throws ProtocolException if the lengths in the frame do not fit together
   */
  public @Nullable Frame poll(@Nullable Frame used) {
    while (true) {
      Frame ahead = frameAhead(used);
      if (ahead != null) {
        return ahead;
      }
      transfer();
      if (target.position() < targetLength) {
        return null;
      }
      Frame frame = advance();
      if (frame != null) {
        return frame;
      }
    }
  }

  /** The next frame without attachments, if it has been taken as a whole: most of them. */
  private @Nullable Frame frameAhead(@Nullable Frame used) {
    if (!isFrameAhead()) {
      return null;
    }
    int length = buffer.getInt(buffer.position());
    OutgoingFrame.checkSize(length, maxFrameBytes);
    // Made before the bytes are taken: where there is no memory for it, they are still there.
    Frame frame =
        used != null && Frame.isSmall(length)
            ? used.withRoom(length)
            : new Frame(new byte[length], List.of());
    buffer.position(buffer.position() + WORD);
    frame.fill(buffer, length);
    giveBackIfEmpty();
    return frame;
  }

  /**
   * Whether {@link #poll()} would give a frame without more bytes; it may miss one that has
   * attachments.
   *
   * @return true if a whole frame has been taken that was not cut out yet
   */
  public boolean isFrameAhead() {
    if (state != State.HEADER || target.position() > 0 || buffer.remaining() < WORD) {
      return false;
    }
    int length = buffer.getInt(buffer.position());
    return length >= 0 && buffer.remaining() - WORD >= length;
  }

  /**
   * Whether a frame has begun that is not complete.
   *
   * @return true if the stream must not end here
   */
  public boolean isInsideFrame() {
    return state != State.HEADER || target.position() > 0;
  }

  private void transfer() {
    while (target.position() < targetLength) {
      if (!target.hasRemaining()) {
        int capacity = (int) Math.min(targetLength, 2L * target.capacity());
        target =
            ByteBuffer.wrap(Arrays.copyOf(target.array(), capacity)).position(target.position());
      }
      if (!buffer.hasRemaining()) {
        return;
      }
      int count = Math.min(buffer.remaining(), target.remaining());
      target
          .put(target.position(), buffer, buffer.position(), count)
          .position(target.position() + count);
      buffer.position(buffer.position() + count);
      giveBackIfEmpty();
    }
  }

  /** The target is full: goes on to the next state, or gives the frame that is now whole. */
  private @Nullable Frame advance() {
    switch (state) {
      case HEADER -> header(word.getInt(0));
      case PLAIN_MESSAGE -> {
        return complete(target.array());
      }
      case MESSAGE_LENGTH -> {
        expect(State.MESSAGE, length("message"));
      }
      case MESSAGE -> {
        message = target.array();
        return afterPart();
      }
      case ATTACHMENT_LENGTH -> expect(State.ATTACHMENT, length("attachment"));
      case ATTACHMENT -> {
        attachments.add(ByteBuffer.wrap(target.array()));
        return afterPart();
      }
    }
    return null;
  }

  private void header(int header) {
    int length = header & ~OutgoingFrame.HAS_ATTACHMENTS;
    OutgoingFrame.checkSize(length, maxFrameBytes);
    if (length == header) {
      expect(State.PLAIN_MESSAGE, length);
    } else {
      rest = length;
      expectWord(State.MESSAGE_LENGTH);
    }
  }

  private @Nullable Frame afterPart() {
    if (rest == 0) {
      return complete(message);
    }
    expectWord(State.ATTACHMENT_LENGTH);
    return null;
  }

  private Frame complete(byte[] whole) {
    Frame frame = new Frame(whole, List.copyOf(attachments));
    attachments.clear();
    message = NO_MESSAGE;
    state = State.HEADER;
    target = word.clear();
    targetLength = WORD;
    return frame;
  }

  private int length(String part) {
    int length = word.getInt(0);
    if (length < 0 || length > rest) {
      throw new ProtocolException(
          "a frame says that its %s has %d bytes, but only %d are left in it"
              .formatted(part, length, rest));
    }
    rest -= length;
    return length;
  }

  private void expectWord(State next) {
    if (rest < WORD) {
      throw new ProtocolException("a frame ends inside of a length");
    }
    rest -= WORD;
    state = next;
    target = word.clear();
    targetLength = WORD;
  }

  private void expect(State next, int length) {
    state = next;
    target = ByteBuffer.allocate(Math.min(length, FIRST_ALLOCATION));
    targetLength = length;
  }
}
