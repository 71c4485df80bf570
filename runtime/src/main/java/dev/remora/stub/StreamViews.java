package dev.remora.stub;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which stream of the other process a Java stream stands for. A {@code Stream} cannot say so
 * itself: it is the JDK's. {@link #remember} adds, and takes out what has been collected. Any
 * thread.
 */
final class StreamViews {
  private static final ReferenceQueue<Stream<?>> COLLECTED = new ReferenceQueue<>();
  private static final Map<Key, WeakReference<RemoteStream>> STREAMS = new ConcurrentHashMap<>();

  private StreamViews() {}

  /** Equal by identity, so that no stream's own {@code equals} is asked. */
  private static final class Key extends WeakReference<Stream<?>> {
    private final int hash;

    Key(Stream<?> stream) {
      super(stream, COLLECTED);
      hash = System.identityHashCode(stream);
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Stream<?> stream = get();
      return stream != null && other instanceof Key key && key.refersTo(stream);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  static <E> Stream<E> remember(Stream<E> stream, RemoteStream remote) {
    for (Object key = COLLECTED.poll(); key != null; key = COLLECTED.poll()) {
      STREAMS.remove(key);
    }
    STREAMS.put(new Key(stream), new WeakReference<>(remote));
    return stream;
  }

  /** The stream of the other process behind a Java stream; null if it is one of this process. */
  static @Nullable RemoteStream remote(Object stream) {
    if (stream instanceof StreamView view) {
      return view.remote();
    }
    if (stream instanceof Stream<?> elements) {
      WeakReference<RemoteStream> remote = STREAMS.get(new Key(elements));
      return remote == null ? null : remote.get();
    }
    return null;
  }
}
