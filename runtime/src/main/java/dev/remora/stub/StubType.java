package dev.remora.stub;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime knows of a stub class: its module, its version, and how to make one.
 *
 * @param <S> the stub
 * @param stubClass the stub's class
 * @param module the name of the module
 * @param fingerprint the fingerprint over all signatures of the module, as the processor saw them
 * @param constructor makes a stub
 * @param signatures lists the signatures; asked only to explain a mismatch
 * @param subtypes lists the stubs of subtypes, which arrive as what they are; asked late, because
 *     generated classes refer to one another
 */
public record StubType<S extends RemoteStub>(
    Class<S> stubClass,
    String module,
    String fingerprint,
    Function<RemoteReference, S> constructor,
    Supplier<List<String>> signatures,
    Supplier<List<StubType<?>>> subtypes) {

  /**
   * A stub whose module has no subtypes.
   *
   * @param stubClass the stub's class
   * @param module the name of the module
   * @param fingerprint the fingerprint over all signatures of the module
   * @param constructor makes a stub
   * @param signatures lists the signatures
   */
  public StubType(
      Class<S> stubClass,
      String module,
      String fingerprint,
      Function<RemoteReference, S> constructor,
      Supplier<List<String>> signatures) {
    this(stubClass, module, fingerprint, constructor, signatures, new None());
  }

  /**
   * The stub of an object that is of this type by its declaration, and of a module by its meta. The
   * name is compared with those of the subtypes that the processor has seen, and never loaded.
   *
   * @param name the module that the main process names
   * @return this or a subtype; this where nobody has the name: main may be newer than this stub
   */
  StubType<?> ofModule(String name) {
    StubType<?> known = find(name);
    return known == null ? this : known;
  }

  private @Nullable StubType<?> find(String name) {
    if (module.equals(name)) {
      return this;
    }
    for (StubType<?> subtype : subtypes.get()) {
      StubType<?> known = subtype.find(name);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  /** Of most modules. */
  private record None() implements Supplier<List<StubType<?>>> {
    @Override
    public List<StubType<?>> get() {
      return List.of();
    }
  }

  @Override
  public String toString() {
    return stubClass.getName();
  }
}
