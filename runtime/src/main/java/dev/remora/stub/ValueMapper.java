package dev.remora.stub;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Databind, for records and beans: made when the first of them crosses, because it costs most of a
 * cold start.
 *
 * <p>Shared by all threads of a connection.
 */
public final class ValueMapper {
  private final JsonFactory factory;
  private final ConcurrentMap<ValueFunctions, Databind> withFunctions = new ConcurrentHashMap<>();
  private volatile @Nullable Databind plain;

  /**
   * For the session.
   *
   * @param factory the factory of the frames' generators and parsers, with its limits
   */
  public ValueMapper(JsonFactory factory) {
    this.factory = factory;
  }

  /**
   * The answer of a call that has none; for the session.
   *
   * @return a parser before a null
   */
  public JsonParser nothing() {
    return factory.createParser(ObjectReadContext.empty(), "null");
  }

  /** Databind that knows the functions of a value, if it has any. */
  Databind knowing(ValueFunctions functions) {
    return functions.isEmpty()
        ? plain()
        : withFunctions.computeIfAbsent(functions, f -> plain().with(new FunctionModule(f)));
  }

  private Databind plain() {
    Databind made = plain;
    if (made == null) {
      synchronized (this) {
        made = plain;
        if (made == null) {
          made = new Databind(build());
          plain = made;
        }
      }
    }
    return made;
  }

  private JsonMapper build() {
    return JsonMapper.builder(factory)
        .addModule(new ValueModule())
        // A value stands inside of a frame: what follows it is no trailing rubbish, and flushing it
        // would send half a frame.
        .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
        // Null for an int would silently become 0, 1.5 for one 1, "7" for one 7.
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        // Two constants may print the same text; their names differ.
        .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
        .build();
  }

  /**
   * What went wrong, in one line: Jackson's messages end in source locations that say nothing about
   * a frame.
   */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root instanceof JacksonException && root.getCause() != null) {
      root = root.getCause();
    }
    if (failure instanceof JacksonException jackson && root == failure) {
      return jackson.getOriginalMessage();
    }
    return root.toString();
  }
}
