package dev.remora.stub;

import org.jspecify.annotations.Nullable;

/**
 * The foreign interfaces that one {@code @RemoteInterfaces} lists: how their objects cross, and
 * what may stand where their signatures say {@code Object}, {@code Class} or {@code T}.
 *
 * <p>Generated code makes one for each side and composes codecs from it. Immutable, shared by all
 * threads.
 */
public abstract sealed class InterfaceFamily permits DispatcherFamily, StubFamily {
  private final Codec<Object> anything = new DynamicCodec(this, Object.class);
  private final Codec<Class<?>> classes = new ClassCodec(this);

  InterfaceFamily() {}

  /**
   * Objects of a listed interface, by reference.
   *
   * @param <T> the interface
   * @param declared its class, as a signature names it
   * @return its codec; what arrives is of the most specific listed interface that the object
   *     implements
   */
  public final <T> Codec<T> reference(Class<T> declared) {
    return new ReferenceCodec<>(this, declared);
  }

  /**
   * What stands where a signature says {@code Object}: {@code docs/protocol.md#dynamic-values}.
   *
   * @return the codec; it refuses all that is not in the closed set
   */
  public final Codec<Object> anything() {
    return anything;
  }

  /**
   * Classes of the closed set, by name; a name is compared and never loaded.
   *
   * @return the codec; it refuses all other classes
   */
  public final Codec<Class<?>> classes() {
    return classes;
  }

  /**
   * Writes a reference, if the value is one.
   *
   * @param declared the listed interface, or {@code Object}, that the signature names
   * @return false if the value is no object of a listed interface below the declared one
   */
  abstract boolean writeReference(MetaWriter writer, Class<?> declared, Object value);

  /** Reads a reference to an object of a listed interface, or of any where Object is declared. */
  abstract <T> T readReference(MetaCursor cursor, Class<T> declared);

  /** The listed interface of that name, or null. */
  abstract @Nullable Class<?> listed(String name);
}
