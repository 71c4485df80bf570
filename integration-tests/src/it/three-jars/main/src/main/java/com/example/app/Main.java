package com.example.app;

import com.example.notes.Notes;
import dev.remora.main.MainProcess;
import dev.remora.main.RendererProcess;
import java.nio.file.Path;

/** The main process: it has neither the stubs nor the renderer on its class path. */
public final class Main {
  private Main() {}

  /**
   * Runs it.
   *
   * @param args the class path of the renderer
   * @throws Exception if it fails
   */
  public static void main(String[] args) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try (MainProcess main = MainProcess.builder().export(new Notes()).start()) {
      RendererProcess renderer =
          main.spawnRenderer(
              new ProcessBuilder(java, "-cp", args[0], "com.example.view.Renderer")
                  .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                  .redirectError(ProcessBuilder.Redirect.INHERIT));
      System.exit(renderer.waitFor());
    }
  }
}
