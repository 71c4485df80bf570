package dev.remora.stub;

import java.lang.reflect.Type;
import java.util.function.Function;

/**
 * How the streams of one Java type cross, in both directions.
 *
 * @param <T> the Java type
 * @param stream its class
 * @param type its class with its type arguments
 * @param given serves the other process from a stream of this one
 * @param view makes what stands for a stream of the other process
 */
public record StreamType<T>(
    Class<? super T> stream, Type type, Giving<T> given, Function<RemoteStream, ? extends T> view) {

  /**
   * Makes what serves the other process.
   *
   * @param <T> the Java type
   */
  @FunctionalInterface
  public interface Giving<T> {
    /**
     * Makes it for a stream.
     *
     * @param type how it crosses
     * @param stream the stream
     * @param owner whose it is
     * @return what runs its operations
     */
    GivenStream give(StreamType<T> type, T stream, StreamOwner owner);
  }

  /**
   * Serves the other process from a stream; for the session.
   *
   * @param stream the stream
   * @param owner whose it is
   * @return what runs its operations
   */
  public GivenStream give(T stream, StreamOwner owner) {
    return given.give(this, stream, owner);
  }

  /**
   * What stands for a stream of the other process; for the session.
   *
   * @param remote the stream, as it arrived
   * @return its view
   */
  @SuppressWarnings("unchecked") // the view of a StreamType<T> is a T
  public T viewOf(RemoteStream remote) {
    return (T) stream.cast(remote.view());
  }

  /**
   * Whether a stream of the other process is of this type; for the session.
   *
   * @param remote the stream, as it arrived first
   * @return true if the two are the same Java type
   */
  public boolean isOf(RemoteStream remote) {
    return remote.reference.kind() instanceof StreamType<?> other && type.equals(other.type());
  }

  /** The Java type. */
  @Override
  public String toString() {
    return type.getTypeName();
  }
}
