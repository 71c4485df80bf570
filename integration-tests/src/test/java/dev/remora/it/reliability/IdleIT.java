package dev.remora.it.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.callbacks.Quiet;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What connections cost that nobody uses, with both of their ends in this process. */
@EnabledOnOs(OS.LINUX) // looks into /proc
final class IdleIT {
  private static final int CONNECTIONS = 500;

  @TempDir private Path directory;
  private MainProcess main;
  private Path socket;
  private final List<RemoteContext> idle = new ArrayList<>();

  @BeforeEach
  void serve() {
    socket = directory.resolve("private").resolve("s");
    main = Program.serving(socket, Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    idle.forEach(RemoteContext::close);
    main.close();
  }

  private void connect() {
    for (int i = 0; i < CONNECTIONS; i++) {
      idle.add(RemoteContext.connect(socket));
    }
  }

  @Test
  void idleConnectionsHaveNoThreadAndOneDescriptorForEachEnd() throws Exception {
    long files = openFiles();
    connect();
    Quiet.await("no thread waits for a request", () -> threadsInSessions() == 0);
    assertThat(openFiles() - files).isLessThan(2 * CONNECTIONS + 20);
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("remora-watcher")))
        .hasSize(1);
  }

  @Test
  void theThreadThatWatchesSleepsWhileNothingComes() throws Exception {
    connect();
    Quiet.await("no thread waits for a request", () -> threadsInSessions() == 0);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    long before = wakeUpsOfTheWatcher();
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    assertThat(wakeUpsOfTheWatcher() - before).isZero();
  }

  @Test
  void idleConnectionsAnswerAgainAndNoticeTheEndOfMain() throws Exception {
    connect();
    CountDownLatch lost = new CountDownLatch(CONNECTIONS);
    idle.forEach(remote -> remote.onClose(reason -> lost.countDown()));
    for (int round = 0; round < 2; round++) {
      Quiet.await("no thread waits for a request", () -> threadsInSessions() == 0);
      for (RemoteContext remote : idle) {
        assertThat(WorksStub.require(remote).doubleIt(round)).isEqualTo(2 * round);
      }
    }
    Quiet.await("no thread waits for a request", () -> threadsInSessions() == 0);
    main.close();
    assertThat(lost.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static long threadsInSessions() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack ->
                Arrays.stream(stack)
                    .anyMatch(frame -> frame.getClassName().endsWith(".session.MainSession")))
        .count();
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  private static long wakeUpsOfTheWatcher() throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      for (Path task : (Iterable<Path>) tasks::iterator) {
        if (Files.readString(task.resolve("comm")).strip().equals("remora-watcher")) {
          return Files.readAllLines(task.resolve("status")).stream()
              .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
        }
      }
    }
    throw new AssertionError("no thread is called remora-watcher");
  }
}
