package dev.remora.examples.main;

import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteModule;
import dev.remora.examples.api.DirectorySize;
import dev.remora.examples.api.Entry;
import dev.remora.examples.api.FileStatus;
import dev.remora.examples.api.Kind;
import dev.remora.examples.api.OutsideRootException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Serves a directory tree. Every path is relative to its root; one that leads out is refused.
 *
 * <p>Threads of a renderer call in parallel, so what changes here is made for that.
 */
@RemoteModule
public final class FileService {
  private static final Comparator<Entry> DIRECTORIES_FIRST =
      Comparator.comparing((Entry entry) -> entry.kind() != Kind.DIRECTORY)
          .thenComparing(Entry::name);

  /** The directory that is served. */
  public final String root;

  /** Whether {@link #list} and {@link #sizes} tell of names that begin with a dot. */
  public volatile boolean showHidden;

  private final Tree tree;
  private final List<Editor> editors = new CopyOnWriteArrayList<>();

  FileService(Tree tree) {
    this.tree = tree;
    this.root = tree.root().toString();
  }

  /**
   * Serves a directory below that of another service.
   *
   * <p>A renderer that may construct must not choose any directory of the machine: this constructor
   * gives it nothing that the parent did not.
   */
  @RemoteConstructor
  public FileService(FileService parent, Path below) throws OutsideRootException, IOException {
    this(parent.tree.below(below));
  }

  /** The version of Java that serves. */
  public static String version() {
    return System.getProperty("java.version");
  }

  /** Twice a number: what a round trip is when there is nothing to do. */
  public int doubleIt(int x) {
    return 2 * x;
  }

  /** The entries of a directory: directories first, then by name. */
  public List<Entry> list(String dir) throws OutsideRootException, IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path child : visibleChildren(dir)) {
      BasicFileAttributes attributes = attributesOf(child);
      entries.add(
          new Entry(child.getFileName().toString(), kindOf(attributes), bytesOf(attributes)));
    }
    entries.sort(DIRECTORIES_FIRST);
    return entries;
  }

  /** What is known of one path. */
  public FileStatus stat(String path) throws OutsideRootException, IOException {
    Path file = tree.existing(path);
    BasicFileAttributes attributes = attributesOf(file);
    return new FileStatus(
        tree.nameOf(file),
        kindOf(attributes),
        bytesOf(attributes),
        attributes.lastModifiedTime().toInstant());
  }

  /** The content of a file in UTF-8. */
  public String readText(String path) throws OutsideRootException, IOException {
    return Files.readString(tree.existing(path));
  }

  /** The content of a file. */
  public byte[] readBytes(String path) throws OutsideRootException, IOException {
    return Files.readAllBytes(tree.existing(path));
  }

  /** The SHA-256 of a file in hexadecimal digits. */
  public String checksum(String path) throws OutsideRootException, IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(readBytes(path)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The directories in a directory, largest first; what tools make is left out. */
  public List<DirectorySize> sizes(String dir) throws OutsideRootException, IOException {
    List<DirectorySize> sizes = new ArrayList<>();
    for (Path child : visibleChildren(dir)) {
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) && !SizeWalk.skips(child)) {
        sizes.add(SizeWalk.of(child));
      }
    }
    sizes.sort(Comparator.comparingLong(DirectorySize::bytes).reversed());
    return sizes;
  }

  /** Opens a text for edits, which stay in memory. The editor is the caller's to close. */
  public Editor open(String path) throws OutsideRootException, IOException {
    Path file = tree.existing(path);
    Editor editor = new Editor(tree.nameOf(file), Files.readAllLines(file));
    editors.add(editor);
    return editor;
  }

  /** The editors that are open, in the order in which they were opened. */
  public List<Editor> editors() {
    return List.copyOf(editors);
  }

  /**
   * Closes an editor that this service has opened; its edits are gone.
   *
   * @throws IllegalArgumentException if it is not open, or another service has opened it
   */
  public void close(Editor editor) {
    if (!editors.remove(editor)) {
      throw new IllegalArgumentException(editor.path() + " is not open here");
    }
    editor.end();
  }

  private List<Path> visibleChildren(String dir) throws OutsideRootException, IOException {
    try (Stream<Path> children = Files.list(tree.existing(dir))) {
      return children
          .filter(child -> showHidden || !child.getFileName().toString().startsWith("."))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static BasicFileAttributes attributesOf(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Of a file only: what a file system says of a directory is not the size of its content. */
  private static long bytesOf(BasicFileAttributes attributes) {
    return attributes.isRegularFile() ? attributes.size() : 0;
  }

  private static Kind kindOf(BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return Kind.DIRECTORY;
    }
    if (attributes.isRegularFile()) {
      return Kind.FILE;
    }
    return attributes.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
  }
}
