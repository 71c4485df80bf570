package dev.remora.stub;

import dev.remora.EncodingException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The codecs that generated code composes: {@code Codecs.list(Codecs.value(Entry.class))}.
 *
 * <p>How each Java type crosses is the table of {@code docs/protocol.md#metas}.
 */
public final class Codecs {
  /** Strings; lone surrogates survive. */
  public static final Codec<String> STRING = new ScalarCodecs.StringCodec();

  /** Booleans that may be null somewhere. */
  public static final Codec<Boolean> BOOLEAN = new ScalarCodecs.BooleanCodec();

  /** Bytes that may be null somewhere. */
  public static final Codec<Byte> BYTE = new ScalarCodecs.ByteCodec();

  /** Shorts that may be null somewhere. */
  public static final Codec<Short> SHORT = new ScalarCodecs.ShortCodec();

  /** Chars that may be null somewhere. */
  public static final Codec<Character> CHARACTER = new ScalarCodecs.CharacterCodec();

  /** Ints that may be null somewhere. */
  public static final Codec<Integer> INTEGER = new ScalarCodecs.IntegerCodec();

  /** Longs that may be null somewhere. */
  public static final Codec<Long> LONG = new ScalarCodecs.LongCodec();

  /** Floats that may be null somewhere. */
  public static final Codec<Float> FLOAT = new ScalarCodecs.FloatCodec();

  /** Doubles that may be null somewhere. */
  public static final Codec<Double> DOUBLE = new ScalarCodecs.DoubleCodec();

  /** Big integers, as text. */
  public static final Codec<BigInteger> BIG_INTEGER = new TextCodec<>(BigInteger.class);

  /** Big decimals, as text; the scale survives. */
  public static final Codec<BigDecimal> BIG_DECIMAL = new TextCodec<>(BigDecimal.class);

  /** Paths of the default file system, as text. */
  public static final Codec<Path> PATH = new TextCodec<>(Path.class);

  /** URIs, as text. */
  public static final Codec<URI> URI = new TextCodec<>(URI.class);

  /** UUIDs, as text. */
  public static final Codec<UUID> UUID = new TextCodec<>(UUID.class);

  /** Byte arrays, raw beside the frame. */
  public static final Codec<byte[]> BYTES = new BufferCodecs.BytesCodec();

  /** Byte buffers: what remains of them, raw beside the frame; they arrive as heap buffers. */
  public static final Codec<ByteBuffer> BYTE_BUFFER = new BufferCodecs.ByteBufferCodec();

  /** Nothing: what a {@code CompletableFuture<Void>} promises. */
  public static final Codec<Void> VOID = new PromiseCodecs.OfNothing();

  /** Properties, defaults included; only strings cross. */
  public static final Codec<Properties> PROPERTIES = new PropertiesCodec();

  private Codecs() {}

  /**
   * Values that cross as text: {@code java.time}, {@code Locale}, {@code Date} and others of {@code
   * docs/protocol.md#text}.
   *
   * @param <T> the type
   * @param type one of the types of that table
   * @return its codec
   */
  public static <T> Codec<T> text(Class<T> type) {
    return new TextCodec<>(TextValues.of(type).type());
  }

  /**
   * Enums, by constant name.
   *
   * @param <E> the enum
   * @param type its class
   * @return its codec
   */
  public static <E extends Enum<E>> Codec<E> enumeration(Class<E> type) {
    return new EnumCodec<>(type);
  }

  /**
   * Records, beans and all else that Jackson databind carries by value.
   *
   * @param <T> the type
   * @param type its class
   * @param arguments the codecs of its type arguments, in order; only their types matter
   * @return its codec
   */
  public static <T> Codec<T> value(Class<? super T> type, Codec<?>... arguments) {
    return new ValueCodec<>(generic(type, arguments), ValueFunctions.NONE);
  }

  /**
   * Values that databind carries but for the functions inside of them.
   *
   * @param <T> the type
   * @param type its class
   * @param functions the functional interfaces inside of it, through to the last component
   * @param arguments the codecs of its type arguments, in order; only their types matter
   * @return its codec
   */
  public static <T> Codec<T> value(
      Class<? super T> type, List<HeldFunction> functions, Codec<?>... arguments) {
    return new ValueCodec<>(generic(type, arguments), new ValueFunctions(functions));
  }

  /**
   * Lists, by value; they arrive as lists that can be changed.
   *
   * @param <E> the elements
   * @param element the elements' codec
   * @return the list's codec
   */
  public static <E> Codec<List<E>> list(Codec<E> element) {
    return new CollectionCodecs.OfCollection<>(List.class, element, ArrayList::new);
  }

  /**
   * Collections, by value; they arrive as lists that can be changed.
   *
   * @param <E> the elements
   * @param element the elements' codec
   * @return the collection's codec
   */
  public static <E> Codec<Collection<E>> collection(Codec<E> element) {
    return new CollectionCodecs.OfCollection<>(Collection.class, element, ArrayList::new);
  }

  /**
   * Iterables, by value; they arrive as lists.
   *
   * @param <E> the elements
   * @param element the elements' codec
   * @return the iterable's codec
   */
  public static <E> Codec<Iterable<E>> iterable(Codec<E> element) {
    return new CollectionCodecs.OfIterable<>(element);
  }

  /**
   * Sets, by value, in their order; they arrive as sets that can be changed.
   *
   * @param <E> the elements
   * @param element the elements' codec
   * @return the set's codec
   */
  public static <E> Codec<Set<E>> set(Codec<E> element) {
    return new CollectionCodecs.OfCollection<>(Set.class, element, LinkedHashSet::new);
  }

  /**
   * Maps, by value, in their order; they arrive as maps that can be changed.
   *
   * @param <K> the keys
   * @param <V> the values
   * @param key the keys' codec
   * @param value the values' codec
   * @return the map's codec
   */
  public static <K, V> Codec<Map<K, V>> map(Codec<K> key, Codec<V> value) {
    return new CollectionCodecs.OfMap<>(key, value);
  }

  /**
   * Optionals.
   *
   * @param <E> the value
   * @param element the value's codec
   * @return the optional's codec
   */
  public static <E> Codec<Optional<E>> optional(Codec<E> element) {
    return new CollectionCodecs.OfOptional<>(element);
  }

  /**
   * Arrays of references, of any number of dimensions.
   *
   * @param <E> the component
   * @param type the array's class
   * @param component the components' codec
   * @return the array's codec
   */
  public static <E> Codec<E[]> array(Class<E[]> type, Codec<E> component) {
    return new CollectionCodecs.OfArray<>(type, component);
  }

  /**
   * Arrays of primitives other than {@code byte}.
   *
   * @param <A> the array
   * @param type the array's class
   * @return the array's codec
   */
  public static <A> Codec<A> primitives(Class<A> type) {
    return new PrimitiveArrayCodec<>(type);
  }

  /**
   * Exceptions as values.
   *
   * @param <X> the declared type
   * @param type {@code Throwable}, {@code Exception}, {@code RuntimeException}, {@code
   *     SQLException} or {@code SQLWarning}
   * @return its codec
   */
  public static <X extends Throwable> Codec<X> throwable(Class<X> type) {
    return new ThrowableCodec<>(type);
  }

  /**
   * Main side: objects of a module, by reference.
   *
   * @param <T> the module
   * @param dispatcher gives the dispatcher; asked late, because generated classes refer to one
   *     another
   * @param type the module's class
   * @return its codec
   */
  public static <T> Codec<T> object(Class<T> type, Supplier<? extends Dispatcher<T>> dispatcher) {
    return new ObjectCodecs.OwnedCodec<>(type, dispatcher);
  }

  /**
   * Renderer side: stubs of a module, whose signature names the stub.
   *
   * @param <S> the stub
   * @param stubClass the stub's class
   * @param type gives the stub's type; asked late, because generated classes refer to one another
   * @return its codec
   */
  public static <S extends RemoteStub> Codec<S> stub(
      Class<S> stubClass, Supplier<StubType<S>> type) {
    return new ObjectCodecs.StubCodec<>(stubClass, type);
  }

  /**
   * Renderer side: stubs of a module interface, whose signature names the interface.
   *
   * @param <T> the interface
   * @param declared the interface's class
   * @param type gives the stub's type; asked late, because generated classes refer to one another
   * @return its codec; it refuses objects that are no stubs with {@link EncodingException}
   */
  public static <T> Codec<T> stubAs(Class<T> declared, Supplier<? extends StubType<?>> type) {
    return new ObjectCodecs.StubCodec<>(declared, type);
  }

  /**
   * Functions, by reference, in both directions.
   *
   * @param <F> the functional interface
   * @param type how its functions cross
   * @return its codec
   */
  public static <F> Codec<F> function(FunctionType<F> type) {
    return new FunctionCodec<>(type);
  }

  /**
   * Promises, by reference, in both directions.
   *
   * @param <T> the value
   * @param value the value's codec
   * @return the promise's codec
   */
  public static <T> Codec<CompletableFuture<T>> promise(Codec<T> value) {
    return new PromiseCodecs.OfFuture<>(value, e -> e);
  }

  /**
   * Promises whose signature says {@code CompletionStage}.
   *
   * @param <T> the value
   * @param value the value's codec
   * @return the promise's codec
   */
  public static <T> Codec<CompletionStage<T>> stage(Codec<T> value) {
    return new PromiseCodecs.OfStage<>(value, e -> e);
  }

  /** The type of a generic codec, for messages and for databind. */
  static Type generic(Class<?> raw, Codec<?>... arguments) {
    Type[] types = new Type[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = arguments[i].type();
    }
    return ParameterizedTypes.of(raw, List.of(types));
  }
}
