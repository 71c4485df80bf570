package dev.remora.stub;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A family of foreign interfaces in the main process, which has the objects. */
public final class DispatcherFamily extends InterfaceFamily {
  private final Supplier<List<Dispatcher<?>>> dispatchers;
  private volatile @Nullable Map<String, Dispatcher<?>> byName;

  /** The dispatchers that fit the objects of a class, the most specific interfaces first. */
  private final ClassValue<List<Dispatcher<?>>> byClass =
      new ClassValue<>() {
        @Override
        protected List<Dispatcher<?>> computeValue(Class<?> type) {
          List<Dispatcher<?>> fitting =
              dispatchers.get().stream()
                  .filter(dispatcher -> dispatcher.type().isAssignableFrom(type))
                  .toList();
          return fitting.stream()
              .sorted(Comparator.comparingLong(one -> -countAbove(one, fitting)))
              .toList();
        }
      };

  /**
   * For generated code.
   *
   * @param dispatchers gives the dispatchers in the order of the list; asked late, because
   *     generated classes refer to one another
   */
  public DispatcherFamily(Supplier<List<Dispatcher<?>>> dispatchers) {
    this.dispatchers = dispatchers;
  }

  /**
   * What a member with a {@code Class<T>} argument returns: a dynamic value, of which an object
   * travels as a listed interface below that class.
   *
   * @param type the class that the caller passed
   * @return the codec of the result
   */
  public Codec<Object> resultOf(Class<?> type) {
    return new DynamicCodec(this, type);
  }

  @Override
  boolean writeReference(MetaWriter writer, Class<?> declared, Object value) {
    for (Dispatcher<?> dispatcher : byClass.get(value.getClass())) {
      if (declared.isAssignableFrom(dispatcher.type())) {
        write(writer, dispatcher, value);
        return true;
      }
    }
    return false;
  }

  private static <T> void write(MetaWriter writer, Dispatcher<T> dispatcher, Object value) {
    ObjectCodecs.writeObject(writer, dispatcher, dispatcher.type().cast(value));
  }

  @Override
  <T> T readReference(MetaCursor cursor, Class<T> declared) {
    long id = cursor.reference("remote-object", "id", "a stub of " + declared.getName());
    return cursor.references().find(declared, id);
  }

  @Override
  @Nullable Class<?> listed(String name) {
    Map<String, Dispatcher<?>> known = byName;
    if (known == null) {
      known =
          dispatchers.get().stream()
              .collect(Collectors.toMap(one -> one.type().getName(), Function.identity()));
      byName = known;
    }
    Dispatcher<?> dispatcher = known.get(name);
    return dispatcher == null ? null : dispatcher.type();
  }

  /** A more specific interface has more of the others above it. */
  private static long countAbove(Dispatcher<?> dispatcher, List<Dispatcher<?>> all) {
    return all.stream().filter(other -> other.type().isAssignableFrom(dispatcher.type())).count();
  }
}
