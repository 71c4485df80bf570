package dev.remora.it.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.DisconnectedException;
import dev.remora.Limits;
import dev.remora.it.callbacks.Quiet;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed or stopped. */
@Timeout(1_200)
@DisabledOnOs(OS.WINDOWS) // sends signals
final class DeathIT {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @TempDir private Path directory;

  private Path socket(int number) {
    return directory.resolve("private").resolve(String.valueOf(number));
  }

  @Test
  void whatAKilledRendererHeldIsReleasedWithinASecond() throws Exception {
    int repeats = Size.of(3, 50);
    int objects = Size.of(20_000, 100_000);
    long[] nanos = new long[repeats];
    try (MainProcess main = Program.serving(socket(0), Duration.ofSeconds(30))) {
      for (int i = 0; i < repeats; i++) {
        try (Program renderer = Program.start("hold", socket(0), objects, 256)) {
          assertThat(renderer.say()).isEqualTo("held " + objects);
          assertThat(main.registry().objectCount()).isEqualTo(objects + 1);
          long start = System.nanoTime();
          renderer.kill();
          while (!main.registry().isEmpty()) {
            assertThat(System.nanoTime() - start).isLessThan(10 * SECOND);
            Thread.onSpinWait();
          }
          nanos[i] = System.nanoTime() - start;
        }
      }
    }
    report("released after a renderer was killed", nanos);
  }

  @Test
  void everyCallFailsWithinASecondWhenMainIsKilled() throws Exception {
    int repeats = Size.of(3, 50);
    int calls = Size.of(200, 1_000);
    long[] nanos = new long[repeats];
    for (int i = 0; i < repeats; i++) {
      try (Program main = Program.start("serve", socket(i), 0, 256)) {
        assertThat(main.say()).isEqualTo("ready true");
        try (RemoteContext remote = RemoteContext.connect(socket(i))) {
          nanos[i] = killUnderCalls(main, remote, calls);
          assertThat(remote.callsUnderWay()).isZero();
        }
      }
    }
    report("last of " + calls + " calls failed after main was killed", nanos);
  }

  /** How long it took until the last call had failed. */
  private static long killUnderCalls(Program main, RemoteContext remote, int calls)
      throws Exception {
    WorksStub works = WorksStub.require(remote);
    CompletableFuture<String> closed = new CompletableFuture<>();
    remote.onClose(closed::complete);
    CountDownLatch failed = new CountDownLatch(calls);
    AtomicLong last = new AtomicLong();
    List<Throwable> others = new ArrayList<>();
    for (int c = 0; c < calls; c++) {
      Thread caller =
          new Thread(
              null,
              () -> {
                Throwable failure = Program.failureOf(works::hang);
                last.accumulateAndGet(System.nanoTime(), Math::max);
                if (!(failure instanceof DisconnectedException)) {
                  synchronized (others) {
                    others.add(failure);
                  }
                }
                failed.countDown();
              },
              "caller",
              256 << 10);
      caller.start();
    }
    Quiet.await("all calls are under way", () -> remote.callsUnderWay() == calls);
    long start = System.nanoTime();
    main.kill();
    assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(others).isEmpty();
    assertThat(closed.get(10, TimeUnit.SECONDS)).isNotBlank();
    return last.get() - start;
  }

  private static void report(String what, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "reliability: %s: median %.1f ms, most %.1f ms, %d times%n",
        what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length - 1] / 1e6, sorted.length);
    assertThat(sorted[sorted.length - 1]).isLessThan(SECOND);
  }

  @Test
  void aRendererThatIsStoppedForAWhileGoesOn() throws Exception {
    int seconds = Size.of(2, 30);
    try (MainProcess main = Program.serving(socket(0), Duration.ofSeconds(3L * seconds));
        Program renderer = Program.start("idle", socket(0), 3 * seconds, 64)) {
      assertThat(renderer.say()).isEqualTo("ready " + 6 * seconds);
      renderer.signal("STOP");
      // No state to wait for: that nothing happens meanwhile is what is shown.
      TimeUnit.SECONDS.sleep(seconds);
      renderer.signal("CONT");
      assertThat(main.registry().contexts()).hasSize(1);
      try (Program another = Program.start("idle", socket(0), 30, 64)) {
        assertThat(another.say()).isEqualTo("ready 60");
      }
      Quiet.await("the first one alone is left", () -> main.registry().contexts().size() == 1);
    }
  }

  @Test
  void aRendererThatIsStoppedForTooLongIsGivenUpAndFindsOut() throws Exception {
    int seconds = Size.of(1, 10);
    try (MainProcess main = Program.serving(socket(0), Duration.ofSeconds(seconds));
        Program renderer = Program.start("idle", socket(0), 600, 64)) {
      assertThat(renderer.say()).startsWith("ready");
      renderer.signal("STOP");
      Quiet.await("the renderer is given up", () -> main.registry().isEmpty());
      renderer.signal("CONT");
      assertThat(renderer.say()).startsWith("lost: ");
    }
  }

  @Test
  void aMainThatIsStoppedForTooLongIsGivenUpByItsRenderers() throws Exception {
    int seconds = Size.of(1, 10);
    try (Program main = Program.start("serve", socket(0), 0, 64)) {
      assertThat(main.say()).isEqualTo("ready true");
      try (RemoteContext remote =
          RemoteContext.builder()
              .limits(Limits.defaults().withPeerTimeout(Duration.ofSeconds(seconds)))
              .connect(socket(0))) {
        WorksStub works = WorksStub.require(remote);
        CompletableFuture<Throwable> waiting =
            CompletableFuture.supplyAsync(
                () -> Program.failureOf(works::hang), task -> new Thread(task).start());
        Quiet.await("the call is under way", () -> remote.callsUnderWay() == 1);
        main.signal("STOP");
        assertThat(waiting.get(10L * seconds, TimeUnit.SECONDS))
            .isInstanceOf(DisconnectedException.class)
            .hasMessageContaining("nothing was heard of it");
        main.signal("CONT");
      }
    }
  }
}
