package dev.remora.processor.model;

import java.nio.charset.StandardCharsets;

/** How long the names of generated classes may be: their files take part of what there is. */
public final class FileNames {
  /** What the usual file systems take. */
  private static final int MOST_BYTES = 255;

  private static final int EXTENSION = ".class".length();

  /** A dollar sign, a name, and a number that tells it from another. */
  private static final int NESTED = 32;

  private static final int NUMBER = 4;

  private FileNames() {}

  /** Whether a class of that simple name, and those nested in it, can have files. */
  public static boolean fits(String simpleName) {
    return bytes(simpleName) + NESTED + EXTENSION <= MOST_BYTES;
  }

  /**
   * The beginning of a name for a class that is nested in another, so that its file has a name that
   * file systems take.
   */
  public static String fitting(String outer, String name) {
    int room = roomIn(outer);
    int end = name.length();
    while (bytes(name.substring(0, end)) > room) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }

  private static int roomIn(String outer) {
    int room = MOST_BYTES - EXTENSION - bytes(outer) - 1 - NUMBER;
    return Math.max(room, NESTED - 1 - NUMBER);
  }

  /** How many bytes a name has in a file system. */
  public static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
