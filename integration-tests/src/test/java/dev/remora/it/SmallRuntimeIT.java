package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.values.Echo;
import dev.remora.it.values.EchoStub;
import dev.remora.it.values.Page;
import dev.remora.it.values.Point;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runtime images that have no more of the JDK than Jackson needs: {@code java.sql} is optional. */
final class SmallRuntimeIT {

  /** Text types, records and what databind carries, there and back. */
  static final class WithoutSql {
    private WithoutSql() {}

    public static void main(String[] args) {
      try {
        System.out.println("found " + Class.forName("java.sql.Connection"));
      } catch (ClassNotFoundException e) {
        System.out.println("no java.sql");
      }
      try (MainProcess main = MainProcess.builder().export(new Echo()).start();
          RemoteContext remote = RemoteContext.connect(main)) {
        EchoStub echo = EchoStub.require(remote);
        Instant now = Instant.parse("2026-11-27T00:00:00Z");
        Page<Point> page = new Page<>(List.of(new Point(1, 2, 3)), 3);
        System.out.println(
            "same " + (echo.instant(now).equals(now) && echo.page(page).equals(page)));
      }
    }
  }

  @Test
  void valuesCrossInARuntimeWithoutJavaSql() throws Exception {
    ProcessBuilder builder = Jvm.running(WithoutSql.class);
    builder.command().addAll(1, List.of("--limit-modules", "java.xml"));
    try (InputStream output = builder.start().getInputStream()) {
      assertThat(new String(output.readAllBytes(), StandardCharsets.UTF_8))
          .contains("no java.sql", "same true");
    }
  }
}
