package com.example;

import dev.remora.annotation.OneWay;
import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Looks for text, and its callers need not wait. */
@RemoteModule(async = true)
public class Search {
  /** How many results there may be. */
  public int limit = 100;

  @RemoteConstructor
  public Search(Path root) {}

  /**
   * Looks for the first match.
   *
   * @param text what to look for
   * @return the first match, or null
   * @throws IOException if something cannot be read
   * @throws TimeoutException if it takes too long
   */
  public @Nullable Entry first(String text) throws IOException, TimeoutException {
    return null;
  }

  public CompletableFuture<List<Entry>> all(String text) throws IOException {
    return CompletableFuture.completedFuture(List.of());
  }

  /** Looks for all, and tells of it on the way. */
  public long count(String text, SearchListener listener) {
    return 0;
  }

  public void clear() {}

  @OneWay
  public void hint(String stub) {}

  public static String engine() {
    return "naive";
  }
}
