package dev.remora.stub;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

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
          made = Databind.over(factory);
          plain = made;
        }
      }
    }
    return made;
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
