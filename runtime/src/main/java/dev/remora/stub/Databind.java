package dev.remora.stub;

import java.lang.reflect.Type;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** A mapper with what it has made so far; shared by all threads of a connection. */
final class Databind {
  /** The attribute under which serializers find the {@link MetaWriter}. */
  static final Object META_WRITER = MetaWriter.class;

  /** The attribute under which deserializers find the {@link MetaCursor}. */
  static final Object META_CURSOR = MetaCursor.class;

  private final JsonMapper mapper;
  private final ConcurrentMap<Type, ObjectWriter> writers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Type, ObjectReader> readers = new ConcurrentHashMap<>();

  Databind(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * A mapper for what stands inside of frames.
   *
   * @param factory the factory of the frames' generators and parsers
   */
  static Databind over(JsonFactory factory) {
    return new Databind(
        JsonMapper.builder(factory)
            .addModule(new ValueModule())
            // A value stands inside of a frame: what follows it is no trailing rubbish, and
            // flushing it
            // would send half a frame.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            // Null for an int would silently become 0, 1.5 for one 1, "7" for one 7.
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            // Two constants may print the same text; their names differ.
            .disable(
                EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
            .build());
  }

  ObjectWriter writerFor(Type type) {
    return writers.computeIfAbsent(type, t -> mapper.writerFor(mapper.constructType(t)));
  }

  ObjectReader readerFor(Type type) {
    return readers.computeIfAbsent(type, t -> mapper.readerFor(mapper.constructType(t)));
  }

  /** The same mapper with a module more. */
  Databind with(FunctionModule functions) {
    return new Databind(mapper.rebuild().addModule(functions).build());
  }
}
