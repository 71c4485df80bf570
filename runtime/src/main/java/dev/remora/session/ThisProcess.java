package dev.remora.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What reports say of this process.
 *
 * <p>{@link ProcessHandle} says it too, but starts a pool of threads for waiting for other
 * processes, and lambdas with it: five milliseconds of a renderer's start. So it is asked where
 * there is no {@code /proc} only.
 */
public final class ThisProcess {
  private static final Path SELF = Path.of("/proc/self");

  private ThisProcess() {}

  /**
   * The id of this process.
   *
   * @return the id
   */
  public static long pid() {
    try {
      return Long.parseLong(Files.readSymbolicLink(SELF).toString());
    } catch (IOException | RuntimeException e) {
      return ProcessHandle.current().pid();
    }
  }

  /**
   * The program that this process runs.
   *
   * @return the path of its executable; {@code java} where the system does not tell
   */
  public static String command() {
    try {
      return Files.readSymbolicLink(SELF.resolve("exe")).toString();
    } catch (IOException | RuntimeException e) {
      return ProcessHandle.current().info().command().orElse("java");
    }
  }
}
