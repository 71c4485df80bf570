package com.example;

import java.io.IOException;

/** An interface that somebody else wrote: it knows nothing of Remora. */
public interface Legacy {
  int VERSION = 1;

  static Legacy none() {
    throw new IllegalStateException();
  }

  Object get(String key);

  void put(String key, Object value) throws IOException;

  <T> T unwrap(Class<T> type);

  Legacy parent();

  void load(ClassLoader loader) throws IOException;
}
