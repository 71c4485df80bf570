package dev.remora.it.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.RemoteException;
import dev.remora.it.callbacks.Quiet;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection is cut at every byte of an exchange, in each direction. */
@Timeout(600)
final class CutIT {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void anExchangeThatIsCutAtAnyByteEndsAndLeavesNothing(FaultProxy.Direction direction)
      throws Exception {
    Path mains = directory.resolve("private").resolve("main");
    try (MainProcess main = Program.serving(mains, Duration.ofSeconds(30))) {
      long whole;
      try (FaultProxy proxy = new FaultProxy(mains, directory.resolve("whole"))) {
        assertThat(exchange(proxy.socket())).isTrue();
        Quiet.await("the exchange is over", () -> main.registry().isEmpty());
        whole = proxy.passed(direction);
      }
      int succeeded = 0;
      int step = Size.of(3, 1);
      for (int cut = 0; cut <= whole; cut += step) {
        try (FaultProxy proxy =
            new FaultProxy(mains, directory.resolve(direction + "-" + cut), direction, cut)) {
          long start = System.nanoTime();
          succeeded += exchange(proxy.socket()) ? 1 : 0;
          assertThat(System.nanoTime() - start)
              .as("%s cut at byte %d", direction, cut)
              .isLessThan(PATIENCE_NANOS);
          Quiet.await("main has let go", () -> main.registry().isEmpty());
        }
      }
      System.out.printf(
          "reliability: %s cut at each of %d bytes, steps of %d: %d exchanges had ended before%n",
          direction, whole, step, succeeded);
      assertThat(succeeded).isLessThan((int) whole / step);
    }
  }

  /** Whether all calls had their answers before the connection was cut. */
  private static boolean exchange(Path socket) {
    AtomicInteger ran = new AtomicInteger();
    try (RemoteContext remote = RemoteContext.connect(socket)) {
      try {
        WorksStub works = WorksStub.require(remote);
        works.call(ran::incrementAndGet);
        return works.doubleIt(21) == 42 && works.make().number() >= 0 && ran.get() == 1;
      } finally {
        assertThat(remote.callsUnderWay()).isZero();
      }
    } catch (RemoteException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    }
  }
}
