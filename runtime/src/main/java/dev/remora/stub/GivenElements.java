package dev.remora.stub;

import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an iterator or stream that the other process takes.
 *
 * <p>A chunk has the elements that were asked for, or fewer: it ends at the end, at {@link
 * #CHUNK_BYTES}, after a moment, and before an element that fails, which the next chunk begins
 * with.
 */
final class GivenElements<E> extends GivenStream {
  /** How many elements come at most. */
  static final int CHUNK = 256;

  private static final int CHUNK_BYTES = 64 << 10;

  /** Who is slower than that is not held up by what comes later. */
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Source<E> source;
  private final Codec<E> element;
  private final Codec<Chunk> chunks;
  private volatile @Nullable Iterator<E> iterator;
  private volatile @Nullable Throwable failure;

  /**
   * What has the elements.
   *
   * @param <E> the elements
   */
  interface Source<E> {
    /** Asked once, when the first element is wanted. */
    Iterator<E> iterator();

    void close() throws Exception;
  }

  GivenElements(StreamType<?> type, Source<E> source, StreamOwner owner, Codec<E> element) {
    super(type, owner);
    this.source = source;
    this.element = element;
    this.chunks = new ChunkCodec(Codecs.generic(List.class, element));
  }

  @Override
  void run(String operation, MetaReader args, Reply reply) throws Throwable {
    if (!operation.equals("next")) {
      throw unknown(operation);
    }
    int wanted = Math.max(1, Math.min(args.readInt(), CHUNK));
    args.end();
    Throwable failed = failure;
    if (failed != null) {
      failure = null;
      throw failed;
    }
    if (isClosed()) {
      reply.writeNullable(chunks, null);
      return;
    }
    long start = System.nanoTime();
    Iterator<E> elements = iterator();
    if (elements.hasNext()) {
      E first = elements.next();
      reply.write(chunks, writer -> writeChunk(writer, first, elements, wanted, start));
    } else if (hasEnded()) {
      reply.writeNullable(chunks, null);
    } else {
      reply.write(chunks, writer -> {});
    }
  }

  private void writeChunk(MetaWriter writer, E first, Iterator<E> rest, int wanted, long start) {
    writer.element(element, first);
    int count = 1;
    while (count < wanted
        && System.nanoTime() - start < MOMENT_NANOS
        && writer.frame().written() < CHUNK_BYTES) {
      E next;
      try {
        if (!rest.hasNext()) {
          return;
        }
        next = rest.next();
      } catch (Throwable e) {
        failure = e;
        return;
      }
      writer.element(element, next);
      count++;
    }
  }

  private Iterator<E> iterator() {
    Iterator<E> known = iterator;
    if (known == null) {
      known = source.iterator();
      iterator = known;
    }
    return known;
  }

  @Override
  void close() throws Exception {
    source.close();
  }

  /** Elements that are taken from their source while they are written. */
  private interface Chunk {
    void writeTo(MetaWriter writer);
  }

  private static final class ChunkCodec extends Codec<Chunk> {
    ChunkCodec(Type type) {
      super(type);
    }

    @Override
    public void write(MetaWriter writer, Chunk chunk) {
      writer.startArray();
      chunk.writeTo(writer);
      writer.endArray();
    }

    @Override
    public Chunk read(MetaCursor cursor) {
      throw new IllegalStateException("a chunk is read as a list");
    }
  }
}
