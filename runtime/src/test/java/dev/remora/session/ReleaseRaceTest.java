package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.Limits;
import dev.remora.VersionSkew;
import dev.remora.fixture.Counter;
import dev.remora.fixture.Keeper;
import dev.remora.main.MainProcess;
import dev.remora.stub.Exported;
import dev.remora.transport.InProcessLink;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Releases that come close behind what they must not overtake: what {@code ReleaseModelTest} shows
 * of the protocol, shown of the code where frames are decoded by another thread than the reader.
 */
final class ReleaseRaceTest {
  static final String WELCOME =
      """
      ["WELCOME",{"protocol":1,"encoding":"json","dialect":"remora","contextId":"1-1","pid":1,"maxFrameBytes":65536}]""";

  @Test
  void aReleaseBehindAnEventWaitsUntilTheEventHasFoundItsFunction() throws Exception {
    InProcessLink.Pair pair = InProcessLink.pair();
    BlockingQueue<Runnable> executor = new LinkedBlockingQueue<>();
    try (RawPeer main = new RawPeer(pair.main())) {
      RendererSession session = open(pair, main, executor);
      List<Integer> heard = new ArrayList<>();
      long id = session.context().give(Keeper.INT_CONSUMER, (IntConsumer) heard::add);
      main.send("[\"RENDERER_CALLBACK\",0,\"1-1\"," + id + ",[5]]");
      main.send("[\"RENDERER_RELEASE_CALLBACK\",\"1-1\",[[" + id + ",1]]]");
      // Answered by the thread that reads: it has read both frames.
      main.send("[\"DANCE\",1]");
      assertThat(main.receive()).startsWith("[\"UNIMPLEMENTED\"");
      assertThat(session.context().callbacksHeld()).isEqualTo(1);
      executor.take().run();
      assertThat(heard).containsExactly(5);
      assertThat(session.context().callbacksHeld()).isZero();
      session.close();
    }
  }

  private static RendererSession open(
      InProcessLink.Pair pair, RawPeer main, BlockingQueue<Runnable> executor) throws Exception {
    Limits limits = Limits.defaults();
    RendererOptions options =
        new RendererOptions(
            limits,
            null,
            Duration.ZERO,
            Duration.ZERO,
            VersionSkew.REFUSED,
            executor::add,
            reason -> {});
    return main.welcome(
        pair.renderer(), RendererSession.hello(null, "test", limits, true), options, WELCOME);
  }

  /** The renderer of a keeper, by hand. */
  private static final class KeepersPeer implements AutoCloseable {
    private final Keeper keeper = new Keeper();
    private final MainProcess main =
        MainProcess.builder()
            .export(new Exported<>(Keeper.KeeperDispatcher.INSTANCE, keeper))
            .start();
    private final RawPeer peer = new RawPeer(main.openInProcessLink());
    private int calls;

    KeepersPeer() throws IOException {
      assertThat(peer.ask(RawPeer.hello())).contains("\"contextId\":\"1-1\"");
      assertThat(peer.ask("[\"REQUIRE\",0,\"1-1\",\"keeper\"]")).contains("\"id\":1,");
    }

    String call(String member, String args) throws IOException {
      calls++;
      return peer.ask("[\"MEMBER_CALL\",%d,\"1-1\",1,\"%s\",[%s]]".formatted(calls, member, args));
    }

    @Override
    public void close() {
      peer.close();
      main.close();
    }
  }

  @Test
  void aReleaseBehindTheEndOfAPromiseWaitsUntilThatHasFoundItsObject() throws Exception {
    try (KeepersPeer renderer = new KeepersPeer()) {
      for (int i = 0; i < 500; i++) {
        String answer = renderer.call("counter", "");
        String id = answer.replaceAll(".*\"id\":(\\d+).*", "$1");
        renderer.call("await", "{\"type\":\"promise\",\"id\":%d}".formatted(1_000 + i));
        renderer.peer.send(
            "[\"SETTLE\",\"1-1\",%d,{\"type\":\"remote-object\",\"id\":%s}]"
                .formatted(1_000 + i, id));
        renderer.peer.send("[\"DEREFERENCE\",\"1-1\",[[%s,1]]]".formatted(id));
        assertThat(renderer.keeper.ends.poll(10, TimeUnit.SECONDS)).isInstanceOf(Counter.class);
      }
    }
  }

  @Test
  void whatGoesHomeInAnAnswerIsNotReleasedBeforeTheAnswerIsSent() throws Exception {
    try (KeepersPeer renderer = new KeepersPeer()) {
      renderer.call("put", "{\"type\":\"function\",\"id\":7}");
      renderer.keeper.whileAnswering = ReleaseRaceTest::collectForAWhile;
      assertThat(renderer.call("take", ""))
          .isEqualTo(
              "[\"RETURN\",2,{\"type\":\"array\",\"members\":[{\"type\":\"remote-object\",\"id\":7}]}]");
      renderer.keeper.whileAnswering = () -> {};
      awaitWithGarbageCollection(() -> true);
      assertThat(receiveRelease(renderer)).isEqualTo(release(7));
    }
  }

  private static void collectForAWhile() {
    for (int i = 0; i < 5; i++) {
      awaitWithGarbageCollection(() -> true);
    }
  }

  private static String release(int id) {
    return "[\"RENDERER_RELEASE_CALLBACK\",\"1-1\",[[" + id + ",1]]]";
  }

  private static String receiveRelease(KeepersPeer renderer) throws IOException {
    // The collected proxy is heard of by and by; asking makes main send what it has to send.
    System.gc();
    return String.valueOf(renderer.peer.receive());
  }

  private static void awaitWithGarbageCollection(BooleanSupplier isTrue) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    do {
      assertThat(System.nanoTime()).isLessThan(deadline);
      System.gc();
      LockSupport.parkNanos(30_000_000);
    } while (!isTrue.getAsBoolean());
  }

  @Test
  void whatARefusedCallBroughtIsGivenBack() throws Exception {
    try (KeepersPeer renderer = new KeepersPeer()) {
      String function = "{\"type\":\"function\",\"id\":7}";
      String record =
          "{\"type\":\"value\",\"value\":{\"deep\":[{\"@meta\":{\"type\":\"function\",\"id\":8}}]}}";
      assertThat(renderer.call("missing", function + "," + record)).contains("NO_SUCH_MEMBER");
      assertThat(renderer.peer.receive())
          .isEqualTo("[\"RENDERER_RELEASE_CALLBACK\",\"1-1\",[[7,1],[8,1]]]");
      assertThat(renderer.call("put", "7," + function)).contains("BAD_ARGUMENTS");
      assertThat(renderer.peer.receive()).isEqualTo(release(7));
      // What was decoded is in a proxy's hands, and goes back with it; the rest goes back at once.
      String two =
          function + ",{\"type\":\"map\",\"members\":[[\"a\",{\"type\":\"function\",\"id\":9}]]}";
      assertThat(renderer.call("put", two)).contains("too many arguments");
      assertThat(renderer.peer.receive()).isEqualTo(release(9));
      assertThat(receiveRelease(renderer)).isEqualTo(release(7));
    }
  }

  @Test
  void theEndOfAPromiseThatARefusedCallBroughtIsThrownAway() throws Exception {
    try (KeepersPeer renderer = new KeepersPeer()) {
      String answer = renderer.call("counter", "");
      String id = answer.replaceAll(".*\"id\":(\\d+).*", "$1");
      assertThat(renderer.call("missing", "{\"type\":\"promise\",\"id\":5}"))
          .contains("NO_SUCH_MEMBER");
      renderer.peer.send("[\"SETTLE\",\"1-1\",5,{\"type\":\"function\",\"id\":7}]");
      assertThat(renderer.peer.receive()).isEqualTo(release(7));
      renderer.peer.send(
          "[\"SETTLE\",\"1-1\",6,{\"type\":\"remote-object\",\"id\":%s}]".formatted(id));
      renderer.call("await", "{\"type\":\"promise\",\"id\":6}");
      assertThat(renderer.keeper.ends.poll(10, TimeUnit.SECONDS)).isInstanceOf(Counter.class);
    }
  }
}
