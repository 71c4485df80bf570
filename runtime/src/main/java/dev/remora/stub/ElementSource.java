package dev.remora.stub;

import dev.remora.DisconnectedException;
import java.util.Iterator;
import java.util.List;

/**
 * The elements of an iterator or stream of the other process, in the chunks in which they come;
 * used by one thread at a time.
 */
final class ElementSource<E> {
  private final RemoteStream remote;
  private final Codec<List<E>> chunks;
  private Iterator<E> chunk = List.<E>of().iterator();

  ElementSource(RemoteStream remote, Codec<E> element) {
    this.remote = remote;
    this.chunks = Codecs.list(element);
  }

  RemoteStream remote() {
    return remote;
  }

  /** Whether an element is at hand. */
  boolean isAhead() {
    return chunk.hasNext() && !remote.isClosed();
  }

  /** Takes an element that is at hand. */
  E take() {
    return chunk.next();
  }

  /**
   * Asks for elements and waits for one of them at least.
   *
   * @param most how many may come
   * @return how many have come; none at the end
   */
  int fetch(int most) {
    if (!remote.isOpen()) {
      return 0;
    }
    try (RemoteCall call = remote.start("next")) {
      call.wrapArgs().writeInt(most);
      List<E> elements = call.invoke().readNullable(chunks);
      if (elements == null) {
        remote.ended();
        return 0;
      }
      chunk = elements.iterator();
      return elements.size();
    }
  }

  void close() {
    try {
      remote.close();
    } catch (DisconnectedException e) {
      // The other side closes what this context has, as it ends.
    }
  }
}
