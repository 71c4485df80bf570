package dev.remora.processor.discover;

import dev.remora.processor.model.Passing;
import dev.remora.processor.model.Passing.Container.Shape;
import java.util.Map;
import java.util.Set;

/** The JDK's types for which the runtime has codecs of its own, by qualified name. */
final class KnownTypes {
  /** The constants of {@code Codecs}. */
  static final Map<String, String> SCALARS =
      Map.ofEntries(
          Map.entry("java.lang.String", "STRING"),
          Map.entry("java.lang.Void", "VOID"),
          Map.entry("java.lang.Boolean", "BOOLEAN"),
          Map.entry("java.lang.Byte", "BYTE"),
          Map.entry("java.lang.Short", "SHORT"),
          Map.entry("java.lang.Character", "CHARACTER"),
          Map.entry("java.lang.Integer", "INTEGER"),
          Map.entry("java.lang.Long", "LONG"),
          Map.entry("java.lang.Float", "FLOAT"),
          Map.entry("java.lang.Double", "DOUBLE"),
          Map.entry("java.math.BigInteger", "BIG_INTEGER"),
          Map.entry("java.math.BigDecimal", "BIG_DECIMAL"),
          Map.entry("java.nio.file.Path", "PATH"),
          Map.entry("java.net.URI", "URI"),
          Map.entry("java.util.Properties", "PROPERTIES"),
          Map.entry("java.util.UUID", "UUID"),
          Map.entry("java.nio.ByteBuffer", "BYTE_BUFFER"));

  /** What {@code Codecs.text} takes: the same list as {@code dev.remora.stub.TextValues}. */
  static final Set<String> TEXTS =
      Set.of(
          "java.io.File",
          "java.sql.Date",
          "java.sql.SQLType",
          "java.sql.Time",
          "java.sql.Timestamp",
          "java.time.Duration",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.MonthDay",
          "java.time.OffsetDateTime",
          "java.time.OffsetTime",
          "java.time.Period",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.ZoneId",
          "java.time.ZoneOffset",
          "java.time.ZonedDateTime",
          "java.util.Calendar",
          "java.util.Currency",
          "java.util.Date",
          "java.util.Locale",
          "java.util.OptionalDouble",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.regex.Pattern");

  static final Map<String, Shape> CONTAINERS =
      Map.of(
          "java.util.List", Shape.LIST,
          "java.util.Set", Shape.SET,
          "java.util.Collection", Shape.COLLECTION,
          "java.lang.Iterable", Shape.ITERABLE,
          "java.util.Map", Shape.MAP,
          "java.util.Optional", Shape.OPTIONAL);

  /** What {@code Codecs.throwable} takes. */
  static final Set<String> THROWABLES =
      Set.of(
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.sql.SQLException",
          "java.sql.SQLWarning");

  /** What {@code Codecs} has a method for. */
  static final Map<String, Passing.Promise.Form> PROMISES =
      Map.of(
          "java.util.concurrent.CompletableFuture", Passing.Promise.Form.PROMISE,
          "java.util.concurrent.CompletionStage", Passing.Promise.Form.STAGE);

  /** What {@code StreamCodecs} has a constant or a method for. */
  static final Map<String, Passing.Streamed.Flow> STREAMS =
      Map.of(
          "java.io.InputStream", Passing.Streamed.Flow.INPUT_STREAM,
          "java.io.OutputStream", Passing.Streamed.Flow.OUTPUT_STREAM,
          "java.io.Reader", Passing.Streamed.Flow.READER,
          "java.io.Writer", Passing.Streamed.Flow.WRITER,
          "java.util.Iterator", Passing.Streamed.Flow.ITERATOR,
          "java.util.stream.Stream", Passing.Streamed.Flow.STREAM);

  /** Functional interfaces that the JDK does not mark, beside those of event listeners. */
  static final Set<String> FUNCTIONS = Set.of("java.util.concurrent.Executor");

  private KnownTypes() {}
}
