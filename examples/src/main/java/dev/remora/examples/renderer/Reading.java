package dev.remora.examples.renderer;

import dev.remora.examples.api.DirectorySize;
import dev.remora.examples.api.Entry;
import dev.remora.examples.api.Kind;
import dev.remora.examples.main.FileServiceStub;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Looks at files: values cross, and a property, and a constructor. */
final class Reading {
  private static final int SHOWN = 5;
  private static final long MOST_BYTES = 1 << 20;

  private final RemoteContext remote;
  private final FileServiceStub files;
  private final Transcript transcript;

  Reading(RemoteContext remote, FileServiceStub files, Transcript transcript) {
    this.remote = remote;
    this.files = files;
    this.transcript = transcript;
  }

  void lists() throws IOException {
    transcript.step("files.root()", files.root());
    List<Entry> visible = files.list(".");
    transcript.step("files.list(\".\")", visible.size() + " entries");
    visible.stream().limit(SHOWN).forEach(entry -> transcript.detail(entry.toString()));
    if (visible.size() > SHOWN) {
      transcript.detail("and %d more".formatted(visible.size() - SHOWN));
    }
    files.showHidden(true);
    int all = files.list(".").size();
    transcript.step(
        "files.showHidden(true), files.list(\".\")", all + " entries", all >= visible.size());
    files.showHidden(false);
  }

  void measures() throws IOException {
    List<DirectorySize> sizes = files.sizes(".");
    transcript.step("files.sizes(\".\")", "%d directories, largest first".formatted(sizes.size()));
    for (DirectorySize size : sizes.subList(0, Math.min(SHOWN, sizes.size()))) {
      transcript.detail(
          "%-20s %9d bytes in %d files".formatted(size.name(), size.bytes(), size.files()));
    }
  }

  /** The first file that is a text. */
  String file() throws IOException {
    for (Entry entry : files.list(".")) {
      if (entry.kind() == Kind.FILE && isText(entry)) {
        return entry.name();
      }
    }
    throw new IllegalStateException("there is no text to be read in " + files.root());
  }

  private boolean isText(Entry file) {
    try {
      return file.bytes() > 0
          && file.bytes() < MOST_BYTES
          && !files.readText(file.name()).isEmpty();
    } catch (IOException e) {
      return false; // not UTF-8, or not ours to read
    }
  }

  void reads(String file) throws IOException {
    transcript.step("files.stat(\"%s\")".formatted(file), files.stat(file));
    String text = files.readText(file);
    transcript.step(
        "files.readText(\"%s\")".formatted(file),
        "%d characters in %d lines".formatted(text.length(), text.lines().count()));
    byte[] bytes = files.readBytes(file);
    boolean same = checksum(bytes).equals(files.checksum(file));
    transcript.step(
        "files.readBytes(\"%s\")".formatted(file),
        "%d bytes, the same checksum in both processes".formatted(bytes.length),
        same);
  }

  /** Serves the first directory alone, if there is one. */
  void constructs() throws IOException {
    for (Entry entry : files.list(".")) {
      if (entry.kind() == Kind.DIRECTORY) {
        FileServiceStub below = FileServiceStub.construct(remote, files, Path.of(entry.name()));
        transcript.step(
            "FileServiceStub.construct(remote, files, Path.of(\"%s\"))".formatted(entry.name()),
            "%s, root %s".formatted(below, below.root()));
        return;
      }
    }
  }

  private static String checksum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
