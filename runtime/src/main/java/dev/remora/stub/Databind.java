package dev.remora.stub;

import java.lang.reflect.Type;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
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
