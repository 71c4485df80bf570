package dev.remora.it.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.RemoteInvocationException;
import dev.remora.it.callbacks.Quiet;
import dev.remora.renderer.RemoteContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Members that use up the main process's memory or a thread's stack. */
@Timeout(120)
final class ExhaustionIT {
  private static final int REPEATS = 5;

  @TempDir private Path directory;

  @Test
  void aMemberThatRunsOutOfMemoryFailsAndMainGoesOn() throws Exception {
    overSmallMain(
        works ->
            assertThatThrownBy(works::exhaustMemory)
                .isInstanceOf(RemoteInvocationException.class)
                .hasMessageContaining("java.lang.OutOfMemoryError"));
  }

  @Test
  void aMemberThatRunsOutOfStackFailsAndMainGoesOn() throws Exception {
    overSmallMain(
        works ->
            assertThatThrownBy(works::exhaustStack)
                .isInstanceOf(RemoteInvocationException.class)
                .hasMessageContaining("java.lang.StackOverflowError"));
  }

  private interface Step {
    void run(WorksStub works);
  }

  private void overSmallMain(Step step) throws Exception {
    Path socket = directory.resolve("private").resolve("s");
    try (Program main = Program.start("serve", socket, 0, 48)) {
      assertThat(main.say()).isEqualTo("ready true");
      try (RemoteContext remote = RemoteContext.connect(socket)) {
        WorksStub works = WorksStub.require(remote);
        for (int i = 0; i < REPEATS; i++) {
          step.run(works);
          assertThat(works.doubleIt(i)).isEqualTo(2 * i);
          assertThat(works.make().number()).isEqualTo(i);
        }
        Quiet.await("only the module's stub is in use", () -> remote.stubsInUse() == 1);
        assertThat(remote.callsUnderWay()).isZero();
      }
    }
  }
}
