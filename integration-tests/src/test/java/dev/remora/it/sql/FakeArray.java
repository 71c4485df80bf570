package dev.remora.it.sql;

import java.util.Map;

/** The methods of {@code Array} that the tests call. */
public final class FakeArray {
  private final String typeName;
  private final Object[] elements;

  FakeArray(String typeName, Object[] elements) {
    this.typeName = typeName;
    this.elements = elements;
  }

  public String getBaseTypeName() {
    return typeName;
  }

  public Object getArray() {
    return elements;
  }

  public Object getArray(Map<String, Class<?>> typeMap) {
    return typeMap;
  }
}
