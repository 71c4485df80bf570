package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.wire.BufferPool;
import dev.remora.wire.OutgoingFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of frames in the order in which they are written: small frames side by side in chunks,
 * so that many leave in one system call; large ones as they are, so that they are not copied.
 *
 * <p>Filled under {@link Outbound}'s lock, then written by one thread.
 */
final class OutgoingParts {
  /** As many frames of calls as leave in one system call. */
  private static final BufferPool CHUNKS = new BufferPool(16 << 10);

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private ByteBuffer[] parts = {NOTHING, NOTHING, NOTHING, NOTHING};
  private int count;

  /** How many parts have been written whole. */
  private int done;

  private long bytes;

  /** Those of the parts that are lent. */
  private final List<ByteBuffer> chunks = new ArrayList<>(4);

  /** The last part, if it is a chunk that has room. */
  private @Nullable ByteBuffer open;

  boolean isEmpty() {
    return count == 0;
  }

  long bytes() {
    return bytes;
  }

  /** Adds a finished frame; a small one is copied. */
  void add(OutgoingFrame frame) {
    bytes += frame.size();
    if (!frame.isSmall()) {
      finishChunk();
      for (ByteBuffer part : frame.parts()) {
        addPart(part);
      }
      return;
    }
    ByteBuffer chunk = open;
    if (chunk == null || chunk.remaining() < frame.size()) {
      finishChunk();
      chunk = CHUNKS.take();
      chunks.add(chunk);
      addPart(chunk);
      open = chunk;
    }
    frame.copyTo(chunk);
  }

  private void finishChunk() {
    if (open != null) {
      open.flip();
      open = null;
    }
  }

  private void addPart(ByteBuffer part) {
    if (count == parts.length) {
      parts = Arrays.copyOf(parts, 2 * count);
      Arrays.fill(parts, count, parts.length, NOTHING);
    }
    parts[count++] = part;
  }

  /**
   * Writes what the link takes without waiting.
   *
   * @return whether all is written
   */
  boolean writeTo(Link link) throws IOException {
    finishChunk();
    while (done < count) {
      if (parts[done].hasRemaining()) {
        if (link.write(parts, done, count - done) == 0) {
          return false;
        }
      } else {
        done++;
      }
    }
    return true;
  }

  /** Forgets everything, and gives the chunks back. */
  void clear() {
    Arrays.fill(parts, 0, count, NOTHING);
    for (int i = 0; i < chunks.size(); i++) {
      CHUNKS.giveBack(chunks.get(i));
    }
    chunks.clear();
    count = 0;
    done = 0;
    bytes = 0;
    open = null;
  }
}
