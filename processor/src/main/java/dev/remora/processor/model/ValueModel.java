package dev.remora.processor.model;

import java.util.List;

/**
 * A record or bean with its type arguments: where functions may stand in what databind carries.
 *
 * @param key that of the {@link Passing.Value}s that refer to it
 * @param components what crosses of it
 */
public record ValueModel(String key, List<ComponentModel> components) {

  public ValueModel {
    components = List.copyOf(components);
  }
}
