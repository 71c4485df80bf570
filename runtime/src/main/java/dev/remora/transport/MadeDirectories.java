package dev.remora.transport;

import dev.remora.log.LateLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.List;

/**
 * The directories that were made for a socket because they were missing; who made them removes
 * them, as far as nobody has put anything else into them.
 *
 * @param deepestFirst the directories, each before the one that it is in
 */
record MadeDirectories(List<Path> deepestFirst) {
  private static final LateLogger LOG = new LateLogger(MadeDirectories.class);

  /**
   * Makes a directory, and those that it is in.
   *
   * @param directory an absolute path
   * @param attributes what each of them gets
   * @return those that were missing
   */
  static MadeDirectories make(Path directory, FileAttribute<?>... attributes) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path path = directory; path != null && !Files.exists(path); path = path.getParent()) {
      missing.add(path);
    }
    MadeDirectories made = new MadeDirectories(List.copyOf(missing));
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory, attributes);
      }
      return made;
    } catch (IOException | RuntimeException e) {
      made.remove();
      throw e;
    }
  }

  /** Removes them again. */
  void remove() {
    for (Path directory : deepestFirst) {
      try {
        Files.deleteIfExists(directory);
      } catch (DirectoryNotEmptyException e) {
        // Somebody uses it: it is not only ours any more.
        return;
      } catch (IOException e) {
        LOG.get().log(Level.WARNING, "removing the directory " + directory, e);
        return;
      }
    }
  }
}
