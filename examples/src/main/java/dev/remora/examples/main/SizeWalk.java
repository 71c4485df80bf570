package dev.remora.examples.main;

import dev.remora.examples.api.DirectorySize;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Adds up the files below one directory; symbolic links are not followed. */
final class SizeWalk extends SimpleFileVisitor<Path> {
  /** Not what a person has written; left out, since nobody asks for their size. */
  private static final Set<String> SKIPPED = Set.of(".git", "target");

  private long files;
  private long bytes;

  private SizeWalk() {}

  static DirectorySize of(Path directory) throws IOException {
    SizeWalk walk = new SizeWalk();
    Files.walkFileTree(directory, walk);
    return new DirectorySize(directory.getFileName().toString(), walk.files, walk.bytes);
  }

  static boolean skips(Path directory) {
    return SKIPPED.contains(directory.getFileName().toString());
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    return skips(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    files++;
    bytes += attributes.size();
    return FileVisitResult.CONTINUE;
  }

  /** One directory that may not be read does not hide the sizes of all others. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }
}
