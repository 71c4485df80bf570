package com.example;

import dev.remora.annotation.OneWay;
import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteIgnore;
import dev.remora.annotation.RemoteModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the design's second section shows. */
@RemoteModule
public class FileService {
  /** Where relative names begin. */
  public String root;

  @RemoteConstructor
  public FileService(Path root) {
    this.root = root.toString();
  }

  public int doubleIt(int x) {
    return 2 * x;
  }

  /**
   * Lists a directory, each {@link Entry} by value.
   *
   * @param dir its name
   * @return what is in it
   * @throws IOException if it cannot be read
   */
  public List<Entry> list(String dir) throws IOException {
    throw new IOException(dir);
  }

  public CompletableFuture<String> readAsync(String path) {
    return CompletableFuture.completedFuture(path);
  }

  public Editor open(String path) {
    return new Editor();
  }

  public void close(Editor editor) {}

  /**
   * Watches a directory.
   *
   * @param dir its name
   * @param onChange told of each change
   * @return ends it
   */
  public Subscription watch(String dir, Consumer<FileEvent> onChange) {
    onChange.accept(new FileEvent(dir));
    return () -> {};
  }

  public int count(String dir, Predicate<Entry> filter) {
    return filter.test(new Entry(dir, 0)) ? 1 : 0;
  }

  /** Puts an editor back, main's own way. */
  public Callable<Editor> undo(Editor editor) {
    return () -> editor;
  }

  @OneWay
  public void log(String line) {}

  public byte[] readBytes(String path) {
    return new byte[0];
  }

  public static int version() {
    return 1;
  }

  @RemoteIgnore
  public void internal() {}
}
