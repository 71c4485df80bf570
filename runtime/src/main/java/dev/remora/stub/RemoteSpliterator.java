package dev.remora.stub;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a {@code Stream} of the other process, in order. The more of them are wanted, and
 * come at once, the more it asks for.
 */
final class RemoteSpliterator<E> implements Spliterator<E> {
  private final ElementSource<E> elements;
  private int wanted = 1;

  private RemoteSpliterator(ElementSource<E> elements) {
    this.elements = elements;
  }

  /** A stream over the elements; closing it closes the other process's. */
  static <E> Stream<E> stream(RemoteStream remote, Codec<E> element) {
    ElementSource<E> elements = new ElementSource<>(remote, element);
    Stream<E> stream = StreamSupport.stream(new RemoteSpliterator<>(elements), false);
    return StreamViews.remember(stream.onClose(elements::close), remote);
  }

  @Override
  public boolean tryAdvance(Consumer<? super E> action) {
    if (!elements.isAhead()) {
      int come = elements.fetch(wanted);
      if (come == 0) {
        return false;
      }
      wanted = come < wanted ? come : Math.min(2 * wanted, GivenElements.CHUNK);
    }
    action.accept(elements.take());
    return true;
  }

  @Override
  public @Nullable Spliterator<E> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED;
  }
}
