package com.example;

import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteIgnore;
import dev.remora.annotation.RemoteModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the design's second section shows, without callbacks and promises. */
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

  public Editor open(String path) {
    return new Editor();
  }

  public void close(Editor editor) {}

  public byte[] readBytes(String path) {
    return new byte[0];
  }

  public static int version() {
    return 1;
  }

  @RemoteIgnore
  public void internal() {}
}
