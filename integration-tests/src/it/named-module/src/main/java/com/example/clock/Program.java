package com.example.clock;

import dev.remora.main.MainProcess;
import dev.remora.main.RendererProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** Starts a main process, which starts this module again as its renderer. */
public final class Program {
  private Program() {}

  /**
   * Runs one of the two.
   *
   * @param args the renderer's is {@code renderer}
   * @throws Exception if it fails
   */
  public static void main(String[] args) throws Exception {
    System.out.println("module " + Program.class.getModule());
    if (args.length > 0) {
      renderer();
    } else {
      main();
    }
  }

  private static void main() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String modulePath = System.getProperty("jdk.module.path");
    try (MainProcess main = MainProcess.builder().export(new Clock()).start()) {
      RendererProcess renderer =
          main.spawnRenderer(
              new ProcessBuilder(
                      java, "-p", modulePath, "-m", "com.example.clock/com.example.clock.Program",
                      "renderer")
                  .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                  .redirectError(ProcessBuilder.Redirect.INHERIT));
      int exitCode = renderer.waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException("the renderer ended with " + exitCode);
      }
    }
  }

  private static void renderer() {
    try (RemoteContext remote = RemoteContext.connectToParent()) {
      ClockStub clock = ClockStub.require(remote);
      System.out.println(clock.read(ZoneOffset.UTC));
      System.out.println(clock.greet(() -> "renderer"));
    }
  }
}
