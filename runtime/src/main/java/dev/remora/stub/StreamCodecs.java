package dev.remora.stub;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The codecs of streams, which generated code composes as it does those of {@link Codecs}.
 *
 * <p>How streams are read and written is {@code docs/protocol.md#streams}.
 */
public final class StreamCodecs {
  /** Input streams, by reference, in both directions. */
  public static final Codec<InputStream> INPUT_STREAM =
      plain(InputStream.class, GivenInput::new, RemoteInput::new);

  /** Output streams, by reference, in both directions. */
  public static final Codec<OutputStream> OUTPUT_STREAM =
      plain(OutputStream.class, GivenOutput::new, RemoteOutput::new);

  /** Readers, by reference, in both directions. */
  public static final Codec<Reader> READER =
      plain(Reader.class, GivenReader::new, RemoteReader::new);

  /** Writers, by reference, in both directions. */
  public static final Codec<Writer> WRITER =
      plain(Writer.class, GivenWriter::new, RemoteWriter::new);

  private StreamCodecs() {}

  /**
   * Iterators, by reference, in both directions; elements are asked for one by one.
   *
   * @param <E> the elements
   * @param element the elements' codec
   * @return the iterator's codec
   */
  public static <E> Codec<Iterator<E>> iterator(Codec<E> element) {
    return new StreamCodec<>(
        new StreamType<>(
            Iterator.class,
            Codecs.generic(Iterator.class, element),
            (type, elements, owner) ->
                new GivenElements<>(type, new OfIterator<>(elements), owner, element),
            remote -> new RemoteIterator<>(remote, element)));
  }

  /**
   * Streams, by reference, in both directions; elements are asked for in chunks.
   *
   * @param <E> the elements
   * @param element the elements' codec
   * @return the stream's codec
   */
  public static <E> Codec<Stream<E>> stream(Codec<E> element) {
    return new StreamCodec<>(
        new StreamType<>(
            Stream.class,
            Codecs.generic(Stream.class, element),
            (type, elements, owner) ->
                new GivenElements<>(type, new OfStream<>(elements), owner, element),
            remote -> RemoteSpliterator.stream(remote, element)));
  }

  private static <T> Codec<T> plain(
      Class<T> type, StreamType.Giving<T> given, Function<RemoteStream, ? extends T> view) {
    return new StreamCodec<>(new StreamType<>(type, type, given, view));
  }

  private record OfIterator<E>(Iterator<E> iterator) implements GivenElements.Source<E> {
    @Override
    public void close() throws Exception {
      if (iterator instanceof AutoCloseable closeable) {
        closeable.close();
      }
    }
  }

  private record OfStream<E>(Stream<E> stream) implements GivenElements.Source<E> {
    @Override
    public Iterator<E> iterator() {
      return stream.iterator();
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
