package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.EventOverflow;
import dev.remora.Limits;
import dev.remora.transport.InProcessLink;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A main process in which a member leaves no memory for reading and writing, for a while. */
@Timeout(60)
final class ScarceMemoryTest {
  private static final String PING = "[\"PING\"]";
  private static final String PONG = "[\"PONG\"]";

  private final InProcessLink.Pair pair = InProcessLink.pair();
  private final ScarceLink link = new ScarceLink(pair.main());
  private final HandOver handOver = new HandOver();
  private final CompletableFuture<MainSession> ended = new CompletableFuture<>();
  private RawPeer peer;

  @BeforeEach
  void open() throws Exception {
    MainSession session =
        new MainSession(
            link,
            new Nothing(),
            Gate.OPEN,
            new MainOptions(Limits.defaults(), null, EventOverflow.BLOCK, false),
            "1-1",
            handOver,
            ended::complete);
    Workers.run(session::run);
    peer = new RawPeer(pair.renderer());
    assertThat(peer.ask(RawPeer.hello())).startsWith("[\"WELCOME\"");
  }

  @AfterEach
  void close() throws Exception {
    peer.close();
    ended.get(10, TimeUnit.SECONDS);
    handOver.close();
  }

  /** Exports nothing. */
  private static final class Nothing implements ModuleHost {
    @Override
    public void opened(ServedContext context) {}

    @Override
    public Required require(ServedContext context, String module) {
      throw new IllegalStateException(module + " is not exported");
    }

    @Override
    public void closed(ServedContext context, String reason) {}
  }

  @ParameterizedTest
  @EnumSource(names = {"READ", "WRITE"})
  void readingAndWritingAreTriedAgain(ScarceLink.Operation operation) throws Exception {
    link.fail(operation, 20);
    assertThat(peer.ask(PING)).isEqualTo(PONG);
    assertThat(link.left(operation)).isZero();
    assertThat(ended).isNotDone();
  }

  @Test
  void aConnectionThatCannotBeWatchedIsReadOn() throws Exception {
    link.fail(ScarceLink.Operation.WATCH, 2);
    while (link.left(ScarceLink.Operation.WATCH) > 0) {
      Thread.onSpinWait();
    }
    assertThat(peer.ask(PING)).isEqualTo(PONG);
    assertThat(ended).isNotDone();
  }

  @Test
  void aFrameThatHasBegunEndsTheConnectionWithAReason() throws Exception {
    byte[] text = PING.getBytes(StandardCharsets.UTF_8);
    byte[] frame = ByteBuffer.allocate(4 + text.length).putInt(text.length).put(text).array();
    link.failToReadAfter(6);
    peer.sendBytes(Arrays.copyOf(frame, 6));
    peer.sendBytes(Arrays.copyOfRange(frame, 6, frame.length));
    assertThat(peer.receive())
        .startsWith("[\"GOODBYE\",")
        .contains("failed to read a request: java.lang.OutOfMemoryError");
    assertThat(peer.receive()).isNull();
  }
}
