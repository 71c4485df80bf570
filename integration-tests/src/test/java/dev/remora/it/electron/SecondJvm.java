package dev.remora.it.electron;

import dev.remora.it.Sockets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An {@link ElectronMain} in a JVM of its own, started once; and other JVMs like this one. */
final class SecondJvm {
  /** Where it listens. */
  static final Path SOCKET = start();

  private SecondJvm() {}

  private static Path start() {
    try {
      Path socket = Sockets.unused();
      Process main = running(ElectronMain.class, socket.toString()).start();
      Sockets.endWithThisJvm(main);
      BufferedReader output = main.inputReader();
      String line = output.readLine();
      if (!"ready true".equals(line)) {
        throw new IOException("the main process said " + line);
      }
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JVM with the tests' class path that runs a class. */
  static ProcessBuilder running(Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
