package dev.remora.it.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.callbacks.Quiet;
import dev.remora.main.MainProcess;
import dev.remora.main.RegistryReport;
import dev.remora.renderer.RemoteContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is left of what came and went, in renderers with 64 MiB. */
@Timeout(1_200)
final class LeakIT {
  private static final int RENDERER_MIB = 64;
  private static final long SLACK_BYTES = 16 << 20;

  @TempDir private Path directory;
  private Path socket;
  private MainProcess main;

  @BeforeEach
  void serve() {
    socket = directory.resolve("private").resolve("s");
    main = Program.serving(socket, Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    main.close();
  }

  @Test
  void objectsThatAreMadeCalledAndDroppedLeaveNothing() throws Exception {
    int count = Size.of(30_000, 1_000_000);
    long before = usedBytes();
    try (Program renderer = Program.start("objects", socket, count, RENDERER_MIB)) {
      assertThat(renderer.say()).isEqualTo("quiet");
      Quiet.await("only the module is held", () -> main.registry().objectCount() == 1);
    }
    Quiet.await("nothing is held", () -> main.registry().isEmpty());
    assertThat(usedBytes()).isLessThan(before + SLACK_BYTES);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000})
  void anObjectThatIsSentOftenIsOneStubAndLeavesNothing(int times) throws Exception {
    try (Program renderer = Program.start("same", socket, times, RENDERER_MIB)) {
      assertThat(renderer.say()).isEqualTo("distinct 1");
      assertThat(renderer.say()).isEqualTo("quiet");
      Quiet.await("only the module is held", () -> main.registry().objectCount() == 1);
    }
    Quiet.await("nothing is held", () -> main.registry().isEmpty());
  }

  @Test
  void functionsThatArePassedAndDroppedLeaveNothing() throws Exception {
    int count = Size.of(20_000, 1_000_000);
    try (Program renderer = Program.start("lambdas", socket, count, RENDERER_MIB)) {
      assertThat(renderer.say()).isEqualTo("ran " + count);
      assertThat(renderer.say()).isEqualTo("quiet");
    }
    Quiet.await("nothing is held", () -> main.registry().isEmpty());
  }

  @Test
  @EnabledOnOs(OS.LINUX) // counts open files in /proc
  void connectionsThatAreOpenedAndClosedLeaveNoFileAndNoThread() throws Exception {
    int rounds = Size.of(4, 50);
    openAndClose(200);
    long files = openFiles();
    long threads = threads();
    for (int i = 0; i < rounds; i++) {
      openAndClose(200);
    }
    Quiet.await("no file is open that was not", () -> openFiles() <= files);
    Quiet.await("no thread lives that did not", () -> threads() <= threads);
    assertThat(main.registry()).matches(RegistryReport::isEmpty);
  }

  private void openAndClose(int count) {
    List<RemoteContext> open = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RemoteContext remote = RemoteContext.connect(socket);
      open.add(remote);
      assertThat(WorksStub.require(remote).doubleIt(i)).isEqualTo(2 * i);
    }
    assertThat(main.registry().contexts()).hasSize(count);
    open.forEach(RemoteContext::close);
    Quiet.await("all contexts have ended", () -> main.registry().isEmpty());
  }

  @Test
  void scopesThatAreOpenedAndClosedLeaveNothing() {
    int rounds = Size.of(5, 50);
    try (RemoteContext remote = RemoteContext.connect(socket)) {
      for (int i = 0; i < rounds; i++) {
        List<RemoteContext> scopes = new ArrayList<>();
        for (int j = 0; j < 200; j++) {
          RemoteContext scope = remote.newContext();
          scopes.add(scope);
          assertThat(WorksStub.require(scope).makeMany(3)).hasSize(3);
        }
        assertThat(main.registry().objectCount()).isEqualTo(200 * 4);
        scopes.forEach(RemoteContext::close);
        Quiet.await("the scopes' objects are released", () -> main.registry().objectCount() == 0);
      }
      assertThat(main.registry().contexts()).hasSize(1);
    }
  }

  /** All but the idle ones of the pool of workers, which end after a minute without work. */
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("remora-worker-"))
        .count();
  }

  private static long openFiles() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
