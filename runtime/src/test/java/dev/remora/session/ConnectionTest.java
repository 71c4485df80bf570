package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.fixture.Counter;
import dev.remora.fixture.CounterStub;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The thin whole: one main process, one renderer, over memory and over a socket. */
final class ConnectionTest {

  @Test
  void callsInOneProcess() {
    try (MainProcess main =
            MainProcess.builder().export(new Counter()).export(Counter.class).start();
        RemoteContext remote = RemoteContext.connect(main)) {
      exercise(remote);
    }
  }

  @Test
  void callsOverASocket(@TempDir Path directory) {
    Path socket = directory.resolve("private").resolve("main.sock");
    try (MainProcess main =
            MainProcess.builder()
                .export(new Counter())
                .export(Counter.class)
                .listen(socket)
                .start();
        RemoteContext remote = RemoteContext.connect(socket)) {
      exercise(remote);
      long start = System.nanoTime();
      CounterStub counter = CounterStub.require(remote);
      for (int i = 0; i < 20_000; i++) {
        counter.doubleIt(i);
      }
      System.out.println("us per call " + (System.nanoTime() - start) / 20_000_000.0);
      start = System.nanoTime();
      for (int i = 0; i < 20_000; i++) {
        counter.doubleIt(i);
      }
      System.out.println("us per call " + (System.nanoTime() - start) / 20_000_000.0);
      assertThat(main.registry().contexts()).hasSize(1);
    }
  }

  private static void exercise(RemoteContext remote) {
    CounterStub counter = CounterStub.require(remote);
    assertThat(counter.doubleIt(2)).isEqualTo(4);
    assertThat(counter.same()).isSameAs(counter);
    assertThat(CounterStub.require(remote)).isSameAs(counter);
    assertThat(counter.isSelf(counter)).isTrue();
    assertThat(counter.isSelf(counter.fork())).isFalse();
    counter.label("x");
    assertThat(counter.label()).isEqualTo("x");
    assertThat(CounterStub.construct(remote).label()).isEqualTo("counter");
    assertThatThrownBy(() -> counter.fail("gone"))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThatThrownBy(counter::halfBroken).hasMessageContaining("contains null");
    assertThat(List.of(counter.doubleIt(3))).containsExactly(6);
  }
}
