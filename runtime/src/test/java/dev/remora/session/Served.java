package dev.remora.session;

import dev.remora.fixture.Counter;
import dev.remora.main.MainProcess;
import dev.remora.main.RegistryReport;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;

/** A main process that exports a {@link Counter}, reached over one transport. */
final class Served implements AutoCloseable {
  final Counter counter = new Counter();
  final MainProcess main;
  private final Transport transport;
  private final Path socket;

  Served(Transport transport) {
    this(transport, builder -> builder);
  }

  Served(Transport transport, UnaryOperator<MainProcess.Builder> change) {
    MainProcess.Builder builder = MainProcess.builder().export(counter).export(Counter.class);
    this.transport = transport;
    this.socket = transport.listen(builder);
    this.main = change.apply(builder).start();
  }

  RemoteContext connect() {
    return connect(builder -> builder);
  }

  RemoteContext connect(UnaryOperator<RemoteContext.Builder> change) {
    return transport.connect(change.apply(RemoteContext.builder()), main, socket);
  }

  /** A peer that has not said hello. */
  RawPeer stranger() throws IOException {
    return new RawPeer(transport.link(main, socket));
  }

  /** A peer that has been welcomed. */
  RawPeer peer() throws IOException {
    RawPeer peer = stranger();
    Assertions.assertThat(peer.ask(RawPeer.hello())).startsWith("[\"WELCOME\"");
    return peer;
  }

  /** Waits until the registry is as expected. */
  void awaitRegistry(Predicate<RegistryReport> expected) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!expected.test(main.registry())) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the registry stays " + main.registry());
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    main.close();
  }
}
