package dev.remora.transport;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a child process finds the main process that started it: through its environment, never its
 * command line, which every user of the machine can read.
 *
 * @param path the main process's socket
 * @param token what proves that the process is the child
 */
public record ParentSocket(Path path, String token) {
  private static final String PATH = "REMORA_SOCKET";
  private static final String TOKEN = "REMORA_TOKEN";

  /**
   * Puts the address into the environment of a child.
   *
   * @param environment the environment to change
   */
  public void putInto(Map<String, String> environment) {
    environment.put(PATH, path.toString());
    environment.put(TOKEN, token);
  }

  /**
   * Finds the address in an environment.
   *
   * @param environment the environment
   * @return the address, or null if the process was not started by a main process
   */
  public static @Nullable ParentSocket from(Map<String, String> environment) {
    String path = environment.get(PATH);
    String token = environment.get(TOKEN);
    return path == null || token == null ? null : new ParentSocket(Path.of(path), token);
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "parent at " + path;
  }
}
