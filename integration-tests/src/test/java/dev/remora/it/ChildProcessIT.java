package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.HandshakeException;
import dev.remora.it.values.EchoStub;
import dev.remora.main.MainProcess;
import dev.remora.main.RendererProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children of a main process: how they find it, and how they end. */
final class ChildProcessIT {
  @TempDir private Path directory;

  /** A renderer that does what its argument says. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws InterruptedException {
      RemoteContext remote = RemoteContext.connectToParent();
      EchoStub echo = EchoStub.require(remote);
      System.out.println("answer " + echo.anInt(42));
      switch (args[0]) {
        case "close" -> remote.close();
        case "exit" -> System.exit(3);
        case "halt" -> Runtime.getRuntime().halt(4);
        case "stay" -> Thread.currentThread().join();
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  private static ProcessBuilder child(String what) {
    return Jvm.running(Child.class, what);
  }

  @Test
  void theEndAndExitCodeOfAChildAreReported() throws Exception {
    try (MainProcess main = TestMain.exports().start()) {
      for (Map.Entry<String, Integer> end : Map.of("close", 0, "exit", 3, "halt", 4).entrySet()) {
        Path output = directory.resolve(end.getKey());
        RendererProcess child =
            main.spawnRenderer(child(end.getKey()).redirectOutput(output.toFile()));
        assertThat(child.waitFor()).isEqualTo(end.getValue());
        assertThat(output).hasContent("answer 42");
        assertThat(child.context().orElseThrow().pid()).isEqualTo(child.pid());
        assertThat(main.registry().isEmpty()).isTrue();
      }
    }
  }

  @Test
  void severalChildrenAreServedAtOnce() throws Exception {
    try (MainProcess main = TestMain.exports().start()) {
      List<RendererProcess> children = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Path output = directory.resolve("child" + i);
        children.add(main.spawnRenderer(child("close").redirectOutput(output.toFile())));
      }
      for (RendererProcess child : children) {
        assertThat(child.waitFor()).isZero();
      }
      assertThat(main.registry().isEmpty()).isTrue();
    }
  }

  @Test
  void aChildThatIsKilledIsReleasedAtOnce() throws Exception {
    try (MainProcess main = TestMain.exports().start()) {
      Path output = directory.resolve("killed");
      RendererProcess child = main.spawnRenderer(child("stay").redirectOutput(output.toFile()));
      awaitContent(output);
      assertThat(main.registry().objectCount()).isEqualTo(1);
      child.destroyForcibly();
      assertThat(child.onExit().get(5, TimeUnit.SECONDS)).isEqualTo(128 + 9);
      assertThat(main.registry().isEmpty()).isTrue();
    }
  }

  @Test
  void childrenEndWhenMainCloses() throws Exception {
    Path output = directory.resolve("stays");
    RendererProcess child;
    try (MainProcess main = TestMain.exports().start()) {
      child = main.spawnRenderer(child("stay").redirectOutput(output.toFile()));
      awaitContent(output);
    }
    assertThat(child.onExit().get(1, TimeUnit.SECONDS)).isEqualTo(69);
    assertThat(ProcessHandle.of(child.pid()).map(ProcessHandle::isAlive)).isNotEqualTo(true);
  }

  /** A main process that starts a child, tells its pid, and is killed. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
      MainProcess main = TestMain.exports().start();
      RendererProcess child =
          main.spawnRenderer(child("stay").redirectOutput(Path.of(args[0]).toFile()));
      awaitContent(Path.of(args[0]));
      System.out.println(child.pid());
      Thread.currentThread().join();
    }
  }

  @Test
  void childrenEndWhenMainIsKilled() throws Exception {
    ProcessBuilder builder = Jvm.running(Main.class, directory.resolve("orphan").toString());
    // What is killed removes nothing.
    builder.command().add(1, "-Djava.io.tmpdir=" + directory);
    Process main = builder.start();
    long pid = Long.parseLong(main.inputReader().readLine());
    ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
    main.destroyForcibly();
    child.onExit().get(5, TimeUnit.SECONDS);
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void socketAndTokenTravelInTheEnvironmentOnly() throws Exception {
    try (MainProcess main = TestMain.exports().start()) {
      ProcessBuilder builder = child("stay").redirectOutput(directory.resolve("out").toFile());
      RendererProcess child = main.spawnRenderer(builder);
      awaitContent(directory.resolve("out"));
      assertThat(builder.environment()).doesNotContainKeys("REMORA_TOKEN", "REMORA_SOCKET");
      Path process = Path.of("/proc", String.valueOf(child.pid()));
      if (Files.isReadable(process.resolve("environ"))) {
        String environment = Files.readString(process.resolve("environ"), StandardCharsets.UTF_8);
        String token =
            environment
                .lines()
                .flatMap(line -> List.of(line.split("\0")).stream())
                .filter(variable -> variable.startsWith("REMORA_TOKEN="))
                .findFirst()
                .orElseThrow()
                .substring("REMORA_TOKEN=".length());
        assertThat(token).matches("[0-9a-f]{32}");
        assertThat(Files.readString(process.resolve("cmdline"))).doesNotContain(token);
      }
      child.destroy();
    }
  }

  @Test
  void aProcessWithoutParentIsToldSo() {
    assertThatThrownBy(RemoteContext::connectToParent)
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining("was not started by MainProcess.spawnRenderer");
  }

  private static void awaitContent(Path file) throws IOException {
    while (!Files.exists(file) || Files.size(file) == 0) {
      Thread.onSpinWait();
    }
  }
}
