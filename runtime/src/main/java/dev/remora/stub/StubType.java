package dev.remora.stub;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the runtime knows of a stub class: its module, its version, and how to make one.
 *
 * @param <S> the stub
 * @param stubClass the stub's class
 * @param module the name of the module
 * @param fingerprint the fingerprint over all signatures of the module, as the processor saw them
 * @param constructor makes a stub
 * @param signatures lists the signatures; asked only to explain a mismatch
 */
public record StubType<S extends RemoteStub>(
    Class<S> stubClass,
    String module,
    String fingerprint,
    Function<RemoteReference, S> constructor,
    Supplier<List<String>> signatures) {

  @Override
  public String toString() {
    return stubClass.getName();
  }
}
