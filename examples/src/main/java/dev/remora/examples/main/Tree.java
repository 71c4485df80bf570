package dev.remora.examples.main;

import dev.remora.examples.api.OutsideRootException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * A directory and what lies below it, and nothing else.
 *
 * @param root the directory, absolute and without symbolic links
 */
record Tree(Path root) {

  static Tree of(Path directory) throws IOException {
    Path root = directory.toRealPath();
    if (!Files.isDirectory(root)) {
      throw new NotDirectoryException(directory.toString());
    }
    return new Tree(root);
  }

  /** The tree below one of the directories. */
  Tree below(Path directory) throws OutsideRootException, IOException {
    Path found = existing(directory.toString());
    if (!Files.isDirectory(found)) {
      throw new NotDirectoryException(directory.toString());
    }
    return new Tree(found);
  }

  /**
   * The file or directory that a renderer named.
   *
   * <p>Looked at twice: {@code ..} leads out by the name, and a symbolic link only on the disk.
   */
  Path existing(String path) throws OutsideRootException, IOException {
    Path named = inside(root.resolve(path).normalize(), path);
    try {
      return inside(named.toRealPath(), path);
    } catch (NoSuchFileException e) {
      // Under the name that the renderer used, not the one that it has on this machine.
      NoSuchFileException missing = new NoSuchFileException(path);
      missing.initCause(e);
      throw missing;
    }
  }

  /** The name under which a renderer knows a path. */
  String nameOf(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private Path inside(Path found, String path) throws OutsideRootException {
    if (!found.startsWith(root)) {
      throw new OutsideRootException("'%s' leads out of the served directory".formatted(path));
    }
    return found;
  }
}
