package dev.remora.examples.main;

import dev.remora.main.MainProcess;
import dev.remora.main.RendererContext;
import dev.remora.main.RendererProcess;
import dev.remora.main.RequireDecision;
import dev.remora.main.RequireRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The main process: serves a directory to one renderer process, which it starts.
 *
 * <pre>{@code
 * java -cp … dev.remora.examples.main.FileServer <directory> <class path of the renderer>
 * }</pre>
 */
public final class FileServer {
  private static final String RENDERER = "dev.remora.examples.renderer.FileBrowser";

  private final long pid = ProcessHandle.current().pid();
  private final List<Desk> desks = new CopyOnWriteArrayList<>();

  private FileServer() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      throw new IllegalArgumentException("arguments: <directory> <class path of the renderer>");
    }
    if (!new FileServer().serve(Path.of(args[0]), args[1])) {
      System.exit(1);
    }
  }

  /** True if the renderer was content and has left nothing behind. */
  private boolean serve(Path directory, String rendererClassPath)
      throws IOException, InterruptedException {
    Tree tree = Tree.of(directory);
    try (MainProcess main =
        MainProcess.builder()
            .exportPerContext(FileService.class, context -> new FileService(tree))
            .export(FileService.class) // the class too: its constructor and its static method
            .exportPerContext(Desk.class, this::newDesk)
            .export(new Secrets())
            .onRequire(this::decide)
            .start()) {
      say("serves " + tree.root());
      RendererProcess renderer = main.spawnRenderer(java(rendererClassPath, RENDERER));
      say("has started renderer " + renderer.pid());
      int exitCode = renderer.waitFor();
      say("renderer %d has ended with exit code %d".formatted(renderer.pid(), exitCode));
      desks.forEach(this::show);
      say("registry: " + main.registry());
      boolean gone = ProcessHandle.of(renderer.pid()).isEmpty();
      say(gone ? "the renderer process is gone, main ends" : "the renderer process goes on");
      return exitCode == 0 && main.registry().isEmpty() && gone;
    }
  }

  private Desk newDesk(RendererContext context) {
    Desk desk = new Desk(context);
    desks.add(desk);
    return desk;
  }

  /** Sees every require before it happens. */
  private RequireDecision decide(RequireRequest request) {
    boolean blocked = request.module().equals(Secrets.MODULE);
    say(request.context() + " requires " + request.module() + (blocked ? ": blocked" : ""));
    return blocked
        ? RequireDecision.block("renderers get files, not secrets")
        : RequireDecision.pass();
  }

  private void show(Desk desk) {
    say(desk.toString());
    desk.notes().forEach(note -> say("  note: " + note));
  }

  /** A JVM like this one, which prints where this one prints. */
  private static ProcessBuilder java(String classPath, String mainClass) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(java.toString(), "-cp", classPath, mainClass).inheritIO();
  }

  private void say(String text) {
    System.out.println("main %d | %s".formatted(pid, text));
  }
}
