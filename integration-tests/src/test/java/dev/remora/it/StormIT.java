package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.EventOverflow;
import dev.remora.it.callbacks.Storm;
import dev.remora.it.callbacks.StormStub;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A storm of events from a main process of its own, with little memory. */
final class StormIT {
  /** Limits.maxQueuedBytes is 4 MiB; the rest is what a main process needs anyway, and garbage. */
  private static final String HEAP = "-Xmx24m";

  private static final int QUEUED_BYTES = 4 << 20;
  private static final int PIECE = 16 << 10;

  @TempDir private static Path directory;

  /** The main process: {@code StormMain <socket> <overflow>}; ends with its input. */
  static final class StormMain {
    private StormMain() {}

    public static void main(String[] args) throws IOException {
      try (MainProcess main =
          MainProcess.builder()
              .onEventOverflow(EventOverflow.valueOf(args[1]))
              .export(new Storm())
              .listen(Path.of(args[0]))
              .start()) {
        System.out.println("ready " + main.registry().isEmpty());
        while (System.in.read() >= 0) {
          // Whoever started this process holds its input open.
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCK", "DROP_OLDEST"})
  void aSlowListenerKeepsMainsHeapWithinItsBound(EventOverflow overflow) throws Exception {
    Path socket = directory.resolve(overflow.name()).resolve("s");
    ProcessBuilder builder = Jvm.running(StormMain.class, socket.toString(), overflow.name());
    builder.command().replaceAll(argument -> argument.equals("-Xmx256m") ? HEAP : argument);
    Process main = builder.start();
    try (InputStream output = main.getInputStream()) {
      assertThat(output.read()).isEqualTo('r');
      try (RemoteContext remote = RemoteContext.connect(socket)) {
        AtomicLong heard = new AtomicLong();
        StormStub storm = StormStub.require(remote);
        storm.begin(
            PIECE,
            piece -> {
              heard.incrementAndGet();
              LockSupport.parkNanos(10_000_000);
            });
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
        assertThat(storm.failure()).isEmpty();
        assertThat(heard.get()).isPositive();
        long waiting = storm.posted() - heard.get();
        if (overflow == EventOverflow.BLOCK) {
          assertThat(waiting).isBetween(256L, 300L + QUEUED_BYTES / PIECE);
        } else {
          // Several times as much as the heap of main has gone through it, and was dropped.
          assertThat(waiting * PIECE).isGreaterThan(100L << 20);
        }
      }
    } finally {
      main.destroy();
    }
  }
}
