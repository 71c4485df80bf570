package dev.remora.processor.model;

import java.util.List;

/**
 * A record or bean with its type arguments.
 *
 * @param key that of the {@link Passing.Value}s that refer to it
 * @param form whether it can have a codec of its own
 * @param components what crosses of it
 */
public record ValueModel(String key, Form form, List<ComponentModel> components) {

  /** What is known of its class. */
  public enum Form {
    /** A record whose components are all there is to it, and which generated code can name. */
    PLAIN_RECORD,
    /** Databind carries it. */
    OTHER
  }

  public ValueModel {
    components = List.copyOf(components);
  }
}
