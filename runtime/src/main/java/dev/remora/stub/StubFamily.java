package dev.remora.stub;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A family of foreign interfaces in a renderer, which has stubs of them. */
public final class StubFamily extends InterfaceFamily {
  private final Supplier<List<Listed>> interfaces;
  private volatile @Nullable Map<String, Listed> byName;

  /**
   * For generated code.
   *
   * @param interfaces gives the interfaces in the order of the list; asked late, because generated
   *     classes refer to one another
   */
  public StubFamily(Supplier<List<Listed>> interfaces) {
    this.interfaces = interfaces;
  }

  /**
   * One listed interface.
   *
   * @param type the interface
   * @param stub its stubs
   */
  public record Listed(Class<?> type, StubType<?> stub) {}

  /**
   * What a member with a {@code Class<T>} argument returns.
   *
   * @param <T> the class's type
   * @param type the class that is passed
   * @return the codec of the result, which refuses what is not of the class
   */
  public <T> Codec<T> resultOf(Class<T> type) {
    return new ResultCodec<>(type, anything());
  }

  @Override
  boolean writeReference(MetaWriter writer, Class<?> declared, Object value) {
    if (!(value instanceof RemoteStub) || !declared.isInstance(value)) {
      return false;
    }
    ObjectCodecs.writeStub(writer, value, declared);
    return true;
  }

  /** The name in the meta says which listed interface the object has. */
  @Override
  <T> T readReference(MetaCursor cursor, Class<T> declared) {
    long id = cursor.namedReference("an object of " + declared.getName());
    Listed listed = byName().get(cursor.name());
    if (listed == null || !declared.isAssignableFrom(listed.type())) {
      throw cursor.misfit(
          "an object of a listed interface below " + declared.getName(),
          "an object of '" + cursor.name() + "'");
    }
    return declared.cast(cursor.references().arrived(listed.stub(), id));
  }

  @Override
  @Nullable Class<?> listed(String name) {
    Listed listed = byName().get(name);
    return listed == null ? null : listed.type();
  }

  private Map<String, Listed> byName() {
    Map<String, Listed> known = byName;
    if (known == null) {
      known =
          interfaces.get().stream()
              .collect(Collectors.toMap(one -> one.type().getName(), Function.identity()));
      byName = known;
    }
    return known;
  }

  /** A dynamic value that must be of a class. */
  private static final class ResultCodec<T> extends Codec<T> {
    private final Class<T> expected;
    private final Codec<Object> anything;

    ResultCodec(Class<T> expected, Codec<Object> anything) {
      super(expected);
      this.expected = expected;
      this.anything = anything;
    }

    @Override
    public void write(MetaWriter writer, T value) {
      throw new IllegalStateException("a renderer reads results and does not write them");
    }

    @Override
    public T read(MetaCursor cursor) {
      Object value = anything.read(cursor);
      if (!expected.isInstance(value)) {
        throw cursor.misfit("a " + expected.getTypeName(), "a " + value.getClass().getTypeName());
      }
      return expected.cast(value);
    }
  }
}
