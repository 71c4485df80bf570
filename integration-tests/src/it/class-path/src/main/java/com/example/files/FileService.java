package com.example.files;

import dev.remora.annotation.OneWay;
import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of a directory. */
@RemoteModule(async = true)
public class FileService implements Doubling {
  /** How many entries a list may have. */
  public int limit = 100;

  /** The version of the service. */
  public static final int VERSION = 3;

  private final Path root;

  /**
   * Serves a directory.
   *
   * @param root the directory
   */
  @RemoteConstructor
  public FileService(Path root) {
    this.root = root;
  }

  /**
   * Who made this.
   *
   * @return the vendor
   */
  public static String vendor() {
    return "example";
  }

  /**
   * {@inheritDoc}
   *
   * @param x a number
   * @return its double
   */
  @Override
  public int doubleIt(int x) {
    return 2 * x;
  }

  /**
   * Lists the directory.
   *
   * @return its files, by name
   * @throws IOException if it cannot be read
   */
  public List<Entry> list() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.sorted().limit(limit).map(FileService::entry).toList();
    }
  }

  private static Entry entry(Path file) {
    boolean directory = Files.isDirectory(file);
    return new Entry(
        file.getFileName().toString(),
        directory ? 0 : file.toFile().length(),
        directory ? Entry.Kind.DIRECTORY : Entry.Kind.FILE);
  }

  /**
   * Counts files.
   *
   * @param filter which ones
   * @return how many there are
   * @throws IOException if the directory cannot be read
   */
  public long count(Predicate<Entry> filter) throws IOException {
    return list().stream().filter(filter).count();
  }

  /**
   * Tells of each file.
   *
   * @param listener is told
   * @throws IOException if the directory cannot be read
   */
  public void each(@OneWay Consumer<Entry> listener) throws IOException {
    list().forEach(listener);
  }

  /**
   * Counts files later.
   *
   * @return how many there are
   */
  public CompletableFuture<Integer> countLater() {
    return CompletableFuture.supplyAsync(() -> 7);
  }

  /**
   * The directory under it.
   *
   * @param name its name
   * @return another service
   */
  public FileService child(String name) {
    return new FileService(root.resolve(name));
  }

  /** Forgets all. */
  @OneWay
  public void forget() {}
}
