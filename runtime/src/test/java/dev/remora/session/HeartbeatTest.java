package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.DisconnectedException;
import dev.remora.Limits;
import dev.remora.VersionSkew;
import dev.remora.fixture.CounterStub;
import dev.remora.fixture.Tasks;
import dev.remora.main.RegistryReport;
import dev.remora.renderer.RemoteContext;
import dev.remora.transport.InProcessLink;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Peers that are there and say nothing: stopped, or hanging. */
final class HeartbeatTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Limits HASTY = Limits.defaults().withPeerTimeout(PATIENCE);

  @ParameterizedTest
  @EnumSource
  void mainAsksASilentRendererAndGivesItUp(Transport transport) throws Exception {
    try (Served served = new Served(transport, main -> main.limits(HASTY));
        RawPeer silent = served.peer()) {
      served.awaitRegistry(registry -> registry.contexts().size() == 1);
      assertThat(silent.receiveAny()).isEqualTo("[\"PING\"]");
      served.awaitRegistry(RegistryReport::isEmpty);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRendererThatAnswersIsLeftAlone(Transport transport) throws Exception {
    try (Served served = new Served(transport, main -> main.limits(HASTY));
        RawPeer alive = served.peer()) {
      for (int i = 0; i < 5; i++) {
        assertThat(alive.receiveAny()).isEqualTo("[\"PING\"]");
        alive.send("[\"PONG\"]");
      }
      assertThat(served.main.registry().contexts()).hasSize(1);
      assertThat(alive.ask("[\"PING\"]")).isEqualTo("[\"PONG\"]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoThatHaveNothingToSayStayConnected(Transport transport) {
    try (Served served = new Served(transport, main -> main.limits(HASTY));
        RemoteContext remote = served.connect(renderer -> renderer.limits(HASTY))) {
      CounterStub counter = CounterStub.require(remote);
      LockSupport.parkNanos(4 * PATIENCE.toNanos());
      assertThat(counter.doubleIt(1)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMemberThatTakesLongIsNoSilence(Transport transport) {
    Tasks.put("long", () -> LockSupport.parkNanos(4 * PATIENCE.toNanos()));
    try (Served served = new Served(transport, main -> main.limits(HASTY));
        RemoteContext remote = served.connect(renderer -> renderer.limits(HASTY))) {
      CounterStub counter = CounterStub.require(remote);
      counter.run("long");
      assertThat(counter.doubleIt(1)).isEqualTo(2);
    }
  }

  @Test
  void aCallToASilentMainFailsAndSaysSo() throws Exception {
    InProcessLink.Pair pair = InProcessLink.pair();
    CompletableFuture<String> lost = new CompletableFuture<>();
    RendererOptions options =
        new RendererOptions(
            HASTY,
            null,
            Duration.ZERO,
            Duration.ZERO,
            VersionSkew.REFUSED,
            Workers::run,
            lost::complete);
    try (RawPeer main = new RawPeer(pair.main())) {
      RendererSession session =
          main.welcome(
              pair.renderer(),
              RendererSession.hello(null, "test", HASTY, false),
              options,
              ReleaseRaceTest.WELCOME);
      assertThatThrownBy(() -> session.context().require(CounterStub.TYPE).stub())
          .isInstanceOf(DisconnectedException.class)
          .hasMessageContaining("the main process is lost: nothing was heard of it for 300 ms");
      assertThat(lost.get(10, TimeUnit.SECONDS)).contains("Limits.peerTimeout");
    }
  }
}
