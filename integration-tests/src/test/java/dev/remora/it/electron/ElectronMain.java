package dev.remora.it.electron;

import dev.remora.main.MainProcess;
import dev.remora.main.RendererContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The main process of these tests; also as a program of its own, {@code ElectronMain <socket>},
 * that ends with its input. Each context has objects of its own, so tests do not disturb each
 * other.
 */
final class ElectronMain {

  private ElectronMain() {}

  static MainProcess.Builder exports() {
    Map<RendererContext, Offered.WebContents> contents = new ConcurrentHashMap<>();
    Fixtures.Greeter greeter = name -> "hello " + name;
    return MainProcess.builder()
        .export(Fixtures.Foo.class)
        .export(Fixtures.Call.class)
        .export(Fixtures.Tape.class)
        .export(Fixtures.Greeter.class, greeter)
        .exportPerContext(Busy.class, context -> new Busy())
        .exportPerContext(Census.class, Census::new)
        .exportPerContext(Fixtures.Assembly.class, context -> new Fixtures.Assembly())
        .exportPerContext(Fixtures.Base.class, context -> new Fixtures.Base())
        .exportPerContext(Fixtures.Derived.class, context -> new Fixtures.Derived())
        .exportPerContext(Fixtures.Id.class, context -> new Fixtures.Id())
        .exportPerContext(Fixtures.Nameless.class, context -> new Fixtures.Nameless())
        .exportPerContext(Fixtures.Property.class, context -> new Fixtures.Property())
        .exportPerContext(Fixtures.Toolbox.class, context -> new Fixtures.Toolbox())
        .exportPerContext(Forest.class, context -> new Forest())
        .exportPerContext(Icons.class, context -> new Icons())
        .exportPerContext(PrintName.class, context -> new PrintName())
        .exportPerContext(Source.class, context -> new Source())
        .exportPerContext(Thrower.class, context -> new Thrower())
        .exportPerContext(TypedArrays.class, context -> new TypedArrays())
        .exportPerContext(Offered.WebContents.class, context -> contentsOf(contents, context))
        .exportPerContext(
            Offered.Window.class,
            context -> new Offered.Window("own", contentsOf(contents, context)));
  }

  private static Offered.WebContents contentsOf(
      Map<RendererContext, Offered.WebContents> contents, RendererContext context) {
    return contents.computeIfAbsent(context, c -> new Offered.WebContents("own"));
  }

  public static void main(String[] args) throws IOException {
    try (MainProcess main = exports().listen(Path.of(args[0])).start()) {
      System.out.println("ready " + main.registry().isEmpty());
      while (System.in.read() >= 0) {
        // Whoever started this process holds its input open.
      }
    }
  }
}
