package dev.remora.it.files;

import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteIgnore;
import dev.remora.annotation.RemoteModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The main process's files. */
@RemoteModule(async = true)
public class FileService implements Doubling {
  /** A property. */
  public String root;

  /** Serves a directory. */
  @RemoteConstructor
  public FileService(Path root) {
    this.root = root.toString();
  }

  @Override
  public int doubleIt(int x) {
    return 2 * x;
  }

  /** Lists a directory. */
  public List<Entry> list(String dir) throws IOException {
    try (Stream<Path> paths = Files.list(Path.of(root, dir))) {
      return paths.sorted().map(FileService::entry).toList();
    }
  }

  /** Lists a part of a directory. */
  public List<Entry> list(String dir, int most) throws IOException {
    return list(dir).stream().limit(most).toList();
  }

  private static Entry entry(Path path) {
    try {
      return new Entry(
          path.getFileName().toString(),
          Files.size(path),
          Files.isDirectory(path),
          Files.getLastModifiedTime(path).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a file. */
  public Editor open(String path) throws IOException {
    return new Editor(path, Files.readString(Path.of(root, path)));
  }

  /** Closes an editor. */
  public void close(Editor editor) {
    editor.close();
  }

  /** Reads a file. */
  public byte[] readBytes(String path) throws IOException {
    return Files.readAllBytes(Path.of(root, path));
  }

  /** Fails with an exception of its own. */
  public void check(String path) throws QuotaException {
    throw new QuotaException("no room for " + path, null);
  }

  /** Which version this is. */
  public static int version() {
    return 7;
  }

  /** Not for renderers. */
  @RemoteIgnore
  public void internal() {}
}
