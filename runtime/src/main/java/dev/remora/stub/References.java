package dev.remora.stub;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What a context does with the ids in metas; the session implements it, once for the main process
 * and once for renderers.
 *
 * <p>Objects are given by the main process only; functions by both sides. What a side does not do
 * throws {@link IllegalStateException}.
 */
public interface References {

  /**
   * Main side: gives an object to the context and counts that it was sent.
   *
   * @param <T> the module
   * @param dispatcher the object's dispatcher
   * @param object the object
   * @return its id in this context
   * @throws dev.remora.LimitExceededException if the context holds too many objects
   */
  default <T> long give(Dispatcher<T> dispatcher, T object) {
    throw new IllegalStateException("only the main process gives objects out");
  }

  /**
   * Gives a function to the other side and counts that it was sent.
   *
   * @param <F> the functional interface
   * @param type how it crosses
   * @param function the function
   * @return its id in this context
   * @throws dev.remora.LimitExceededException if the context holds too many
   */
  default <F> long give(FunctionType<F> type, F function) {
    throw new IllegalStateException("no function can be given here");
  }

  /**
   * Gives a stream to the other side and counts that it was sent. One that cannot be given and
   * would have been the receiver's is closed.
   *
   * @param <T> the Java type
   * @param type how it crosses
   * @param stream the stream
   * @param owner whose it is from then on
   * @return its id in this context
   * @throws dev.remora.LimitExceededException if the context holds too many
   */
  default <T> long give(StreamType<T> type, T stream, StreamOwner owner) {
    throw new IllegalStateException("no stream can be given here");
  }

  /**
   * Gives a promise to the other side, which hears of its end in one frame.
   *
   * @param <T> the value
   * @param promise the promise
   * @param value writes its value
   * @return its id in this context
   */
  default <T> long promise(CompletionStage<T> promise, Codec<T> value) {
    throw new IllegalStateException("no promise can be given here");
  }

  /**
   * A promise's id has arrived.
   *
   * @param <T> the value
   * @param id the id
   * @param value reads its value
   * @param declared turns what it fails with into the exceptions that its member declares
   * @return a future that ends as the promise does; cancelling it cancels the promise
   */
  default <T> CompletableFuture<T> promised(long id, Codec<T> value, RemoteCall.Declared declared) {
    throw new IllegalStateException("no promise can arrive here");
  }

  /**
   * Where a function is given, for messages about it on the other side.
   *
   * @return file and line of the code that passes it, or empty
   */
  default String origin() {
    return "";
  }

  /**
   * Takes back what {@code give} counted, because the message is not sent after all.
   *
   * @param id the id
   */
  default void takeBack(long id) {
    throw new IllegalStateException("nothing is given here");
  }

  /**
   * Main side: finds the object that a stub stood for.
   *
   * @param <T> the module
   * @param dispatcher the dispatcher of the type that the parameter has
   * @param id the id
   * @return the object
   * @throws dev.remora.MissingObjectException if this context does not hold the id
   * @throws dev.remora.BadArgumentsException if the object was sent as another type, and not as one
   *     below it
   */
  default <T> T find(Dispatcher<T> dispatcher, long id) {
    throw new IllegalStateException("only the main process owns objects");
  }

  /**
   * Main side: finds the object that a stub stood for, of whichever module below a type.
   *
   * @param <T> the type
   * @param type what the object was sent as, or a type above that
   * @param id the id
   * @return the object
   * @throws dev.remora.MissingObjectException if this context does not hold the id
   * @throws dev.remora.BadArgumentsException if the object was sent as another type
   */
  default <T> T find(Class<T> type, long id) {
    throw new IllegalStateException("only the main process owns objects");
  }

  /**
   * Finds the function that a proxy stood for.
   *
   * @param <F> the functional interface
   * @param type how it crosses
   * @param id the id
   * @return the function
   * @throws dev.remora.MissingObjectException if this context does not hold the id
   * @throws dev.remora.BadArgumentsException if it is of another type
   */
  default <F> F find(FunctionType<F> type, long id) {
    throw new IllegalStateException("no function was given here");
  }

  /**
   * Finds the stream that a view stood for.
   *
   * @param <T> the Java type
   * @param type how it crosses
   * @param id the id
   * @return the stream
   * @throws dev.remora.MissingObjectException if this context does not hold the id
   * @throws dev.remora.BadArgumentsException if it is of another type
   */
  default <T> T find(StreamType<T> type, long id) {
    throw new IllegalStateException("no stream was given here");
  }

  /**
   * Renderer side: an object's id has arrived; counts the arrival.
   *
   * @param <S> the stub
   * @param type the stub's type
   * @param id the id
   * @return the context's stub of that id: the one that is in use, or a new one
   */
  default <S extends RemoteStub> S arrived(StubType<S> type, long id) {
    throw new IllegalStateException("only a renderer has stubs");
  }

  /**
   * A function's id has arrived; counts the arrival.
   *
   * @param <F> the functional interface
   * @param type how it crosses
   * @param id the id
   * @param origin where the other side gave it, or empty
   * @return the context's proxy of that id: the one that is in use, or a new one
   */
  default <F> F arrived(FunctionType<F> type, long id, String origin) {
    throw new IllegalStateException("no function can arrive here");
  }

  /**
   * A stream's id has arrived; counts the arrival.
   *
   * @param <T> the Java type
   * @param type how it crosses
   * @param id the id
   * @param owner whose it is
   * @return what stands for it in this context: the view that is in use, or a new one
   */
  default <T> T arrived(StreamType<T> type, long id, StreamOwner owner) {
    throw new IllegalStateException("no stream can arrive here");
  }

  /**
   * Whether a stub or proxy belongs to this context, so that it goes home instead of being given.
   *
   * @param stub a stub
   * @return true if {@link #sendHome} takes it
   */
  default boolean isHome(RemoteStub stub) {
    return false;
  }

  /**
   * The id under which a stub or proxy goes home.
   *
   * @param stub a stub, which the frame keeps reachable until it is sent
   * @return its id
   * @throws dev.remora.EncodingException if the stub belongs to another context
   */
  default long sendHome(RemoteStub stub) {
    throw new IllegalStateException("nothing can go home from here");
  }
}
