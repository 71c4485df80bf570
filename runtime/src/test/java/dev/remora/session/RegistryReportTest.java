package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.fixture.Counter;
import dev.remora.fixture.CounterStub;
import dev.remora.main.MainProcess;
import dev.remora.main.RegistryReport;
import dev.remora.renderer.RemoteContext;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RegistryReportTest {
  private static final String COUNTER = Counter.class.getName();

  @Test
  void theReportSaysWhoHoldsWhatAndForHowLong() {
    try (Served served = new Served(Transport.IN_PROCESS);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      CounterStub fork = counter.fork();
      RegistryReport report = served.main.registry();
      assertThat(report.objectCount()).isEqualTo(2);
      RegistryReport.Context context = report.contexts().get(0);
      assertThat(context.id()).isEqualTo(remote.id());
      assertThat(context.callbacks()).isZero();
      assertThat(context.callsUnderWay()).isZero();
      assertThat(context.queuedBytes()).isZero();
      RegistryReport.Objects counters = Objects.requireNonNull(context.objects().get(COUNTER));
      assertThat(counters.count()).isEqualTo(2);
      assertThat(counters.origins()).isEmpty();
      assertThat(report.toString())
          .matches(
              """
              1 contexts, 2 objects, 0 callbacks
                context 1-1 of .* \\(pid \\d+\\), open for \\d+ s: 2 objects, 0 callbacks, 0 calls under way, 0 bytes queued
                  2 x dev.remora.fixture.Counter, the oldest for \\d+ s\
              """);
      assertThat(counter.isSelf(fork)).isFalse();
      remote.release(fork);
      served.awaitRegistry(now -> now.objectCount() == 1);
      assertThat(counter.add(1)).isEqualTo(1);
    }
  }

  @Test
  void whereOriginsAreRecordedTheReportNamesTheMembersThatGaveObjects() {
    try (Served served = new Served(Transport.IN_PROCESS, MainProcess.Builder::recordOrigins);
        RemoteContext remote = served.connect()) {
      CounterStub counter = CounterStub.require(remote);
      CounterStub first = counter.fork();
      CounterStub second = counter.fork();
      assertThat(counter.same()).isSameAs(counter);
      RegistryReport.Objects objects =
          Objects.requireNonNull(served.main.registry().contexts().get(0).objects().get(COUNTER));
      assertThat(objects.origins())
          .isEqualTo(Map.of("require", 1, "result of CounterDispatcher.fork", 2));
      assertThat(served.main.registry().toString())
          .contains("\n      2 from result of CounterDispatcher.fork\n      1 from require");
      remote.release(first);
      remote.release(second);
    }
  }
}
