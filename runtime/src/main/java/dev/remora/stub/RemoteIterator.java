package dev.remora.stub;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * An iterator of the other process. It asks for one element at a time, when that is wanted: the
 * next one may not be there yet, or may be for somebody else.
 */
final class RemoteIterator<E> implements Iterator<E>, AutoCloseable, StreamView {
  private final ElementSource<E> elements;

  RemoteIterator(RemoteStream remote, Codec<E> element) {
    this.elements = new ElementSource<>(remote, element);
  }

  @Override
  public RemoteStream remote() {
    return elements.remote();
  }

  @Override
  public boolean hasNext() {
    return elements.isAhead() || elements.fetch(1) > 0;
  }

  @Override
  public E next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return elements.take();
  }

  @Override
  public void close() {
    elements.close();
  }
}
