package dev.remora.stub;

/**
 * The base of generated proxies for functions that live in the other process: a renderer's callback
 * in the main process, or a function that the main process returned in a renderer.
 *
 * <p>The same function is always the same proxy, so {@code removeListener(listener)} works; sent
 * home it is the original.
 */
public abstract class RemoteFunction extends RemoteStub {

  /**
   * Binds the proxy to its function; called by generated constructors.
   *
   * @param reference the function, from the runtime
   */
  protected RemoteFunction(RemoteReference reference) {
    super(reference);
  }
}
