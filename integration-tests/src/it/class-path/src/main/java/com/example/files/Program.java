package com.example.files;

import dev.remora.main.MainProcess;
import dev.remora.main.RendererProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts a main process, which starts this program again as its renderer. */
public final class Program {
  private Program() {}

  /**
   * Runs one of the two.
   *
   * @param args the renderer's is {@code renderer}
   * @throws Exception if it fails
   */
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      renderer();
    } else {
      main();
    }
  }

  private static void main() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("files");
    Files.writeString(directory.resolve("a.txt"), "text");
    Files.createDirectory(directory.resolve("b"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    try (MainProcess main =
        MainProcess.builder()
            .export(new FileService(directory))
            .export(FileService.class)
            .start()) {
      RendererProcess renderer =
          main.spawnRenderer(
              new ProcessBuilder(java, "-cp", classPath, Program.class.getName(), "renderer")
                  .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                  .redirectError(ProcessBuilder.Redirect.INHERIT));
      int exitCode = renderer.waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException("the renderer ended with " + exitCode);
      }
    }
  }

  private static void renderer() throws Exception {
    try (RemoteContext remote = RemoteContext.connectToParent()) {
      FileServiceStub files = FileServiceStub.require(remote);
      System.out.println("doubled " + files.doubleIt(2));
      System.out.println("listed " + files.list());
      System.out.println("counted " + files.count(file -> file.kind() == Entry.Kind.FILE));
      System.out.println("later " + FileServiceAsyncStub.of(files).countLater().get());
      System.out.println("child " + files.child("b").list());
      System.out.println("vendor " + FileServiceStub.vendor(remote));
    }
  }
}
