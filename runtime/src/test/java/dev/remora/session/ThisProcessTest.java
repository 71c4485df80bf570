package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is read from the system's files is what the JDK says. */
final class ThisProcessTest {
  @Test
  void thePidIsThatOfTheHandleOfThisProcess() {
    assertThat(ThisProcess.pid()).isEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void theCommandIsTheExecutableOfThisProcess() {
    assertThat(ThisProcess.command())
        .isEqualTo(ProcessHandle.current().info().command().orElseThrow());
  }
}
