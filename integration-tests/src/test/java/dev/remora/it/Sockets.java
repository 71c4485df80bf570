package dev.remora.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Where main processes of the tests listen, and how those end that live as long as the tests. */
public final class Sockets {
  private static final long END_SECONDS = 5;

  private Sockets() {}

  /** A path in a directory that is not there yet: the main process makes it, and removes it. */
  public static Path unused() {
    String name = "remora" + UUID.randomUUID().toString().substring(0, 13);
    return Path.of(System.getProperty("java.io.tmpdir"), name, "main.sock");
  }

  /** Lets a program that ends with its input come to its end when this JVM does. */
  public static void endWithThisJvm(Process program) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program)));
  }

  private static void end(Process program) {
    try {
      program.getOutputStream().close();
      if (program.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("a program of the tests is not ended by its input: " + e);
    }
    program.destroy();
  }
}
