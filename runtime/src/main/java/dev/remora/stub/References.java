package dev.remora.stub;

/**
 * What a context does with the ids in metas; the session implements it, once for the main process
 * and once for renderers.
 *
 * <p>Each side uses its half: the main process gives and finds objects, a renderer takes stubs in
 * and sends them home.
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
   * Main side: takes back what {@link #give} counted, because the message is not sent after all.
   *
   * @param id the id
   */
  default void takeBack(long id) {
    throw new IllegalStateException("only the main process takes objects back");
  }

  /**
   * Main side: finds the object that a stub stood for.
   *
   * @param <T> the module
   * @param dispatcher the dispatcher of the type that the parameter has
   * @param id the id
   * @return the object
   * @throws dev.remora.MissingObjectException if this context does not hold the id
   * @throws dev.remora.BadArgumentsException if the object is of another module
   */
  default <T> T find(Dispatcher<T> dispatcher, long id) {
    throw new IllegalStateException("only the main process owns objects");
  }

  /**
   * Renderer side: an id has arrived; counts the arrival.
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
   * Renderer side: the id under which a stub goes home.
   *
   * @param stub a stub, which the caller keeps reachable until the answer has come
   * @return its id
   * @throws dev.remora.EncodingException if the stub belongs to another context
   */
  default long sendHome(RemoteStub stub) {
    throw new IllegalStateException("only a renderer has stubs");
  }
}
