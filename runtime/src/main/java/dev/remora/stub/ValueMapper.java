package dev.remora.stub;

import dev.remora.wire.JsonEncoding;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Databind, for records and beans: made when the first of them crosses, because it costs most of a
 * cold start.
 *
 * <p>Shared by all threads of a connection.
 */
public final class ValueMapper {
  private final JsonEncoding json;
  private final ConcurrentMap<ValueFunctions, Databind> withFunctions = new ConcurrentHashMap<>();
  private volatile @Nullable Databind plain;

  /**
   * For the session.
   *
   * @param json the encoding whose factory of generators and parsers is used, with its limits
   */
  public ValueMapper(JsonEncoding json) {
    this.json = json;
  }

  /**
   * The answer of a call that has none; for the session.
   *
   * @return a parser before a null
   */
  public JsonParser nothing() {
    return json.factory().createParser(ObjectReadContext.empty(), "null");
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
          made = Databind.over(json.factory());
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
