package dev.remora.stub;

/**
 * A module of the main process as one context sees it: what {@code RemoteContext.require(TYPE)}
 * returns and generated code uses.
 *
 * <p>Making one sends nothing; each method says what it sends.
 *
 * @param <S> the module's stub
 */
public interface ModuleReference<S extends RemoteStub> {

  /**
   * Requires the module: one round trip, which the main process's filters see.
   *
   * @return the stub of the exported object; the same object is always the same stub
   * @throws dev.remora.NoSuchModuleException if no module of that name is exported
   * @throws dev.remora.AccessBlockedException if a filter blocks it, or only the class is exported
   * @throws dev.remora.ModuleMismatchException if stub and dispatcher are of different versions
   */
  S stub();

  /**
   * What an injected stub is made of: the module is required at the stub's first call, and again at
   * the next if that fails; what {@link #stub()} throws, the call throws. Nothing is sent.
   *
   * @return a reference for the constructor of the stub
   */
  RemoteReference atFirstCall();

  /**
   * Starts a construction; requires the module first if this context has not yet.
   *
   * @param member the constructor's name on the wire
   * @return the call, to be closed
   */
  RemoteCall memberConstructor(String member);

  /**
   * Starts a call of a static method; requires the module first if this context has not yet.
   *
   * @param member the method's name on the wire
   * @return the call, to be closed
   */
  RemoteCall memberCall(String member);

  /**
   * Starts the reading of a static property; requires the module first if this context has not yet.
   *
   * @param member the property's name
   * @return the call, to be closed
   */
  RemoteCall memberGet(String member);

  /**
   * Starts the writing of a static property; requires the module first if this context has not yet.
   *
   * @param member the property's name
   * @return the call, to be closed
   */
  RemoteCall memberSet(String member);
}
