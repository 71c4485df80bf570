package com.example;

import dev.remora.annotation.RemoteModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Streams of every kind. */
@RemoteModule
public class Transfers {

  public InputStream download(String path) throws IOException {
    return InputStream.nullInputStream();
  }

  public OutputStream upload(String path) {
    return OutputStream.nullOutputStream();
  }

  public long store(String path, InputStream content) throws IOException {
    return content.transferTo(OutputStream.nullOutputStream());
  }

  public void print(@Nullable Reader from, Writer to) {}

  public Stream<Entry> find(String pattern) {
    return Stream.of();
  }

  public Iterator<@Nullable Entry> walk(Iterator<String> paths) {
    return List.<@Nullable Entry>of().iterator();
  }

  /** The elements are by reference as well. */
  public Stream<Editor> editors() {
    return Stream.of();
  }

  public void each(Consumer<InputStream> action) {}

  public CompletableFuture<List<InputStream>> parts() {
    return CompletableFuture.completedFuture(List.of());
  }
}
