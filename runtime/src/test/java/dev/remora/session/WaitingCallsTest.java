package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.fixture.Tasks;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Calls that main has read and that wait for another before they run, and nobody wants any more.
 */
final class WaitingCallsTest {
  /** Nobody reads these answers any more. */
  private static final String NO_STACK = "\"stack\":[]}";

  private static final String WELCOME_ID = "\"contextId\":\"";

  @FunctionalInterface
  private interface Waiting {
    /** Gives the second call up, which waits behind the first. */
    void giveUp(RawPeer peer, String contextId) throws Exception;
  }

  /** What the second call is answered with, which would have added 5. */
  private static String answer(Transport transport, String callId, Waiting waiting)
      throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    String task = "hold " + transport + callId;
    Tasks.put(
        task,
        () -> {
          started.countDown();
          awaitQuietly(go);
        });
    try (Served served = new Served(transport);
        RawPeer peer = served.stranger()) {
      String welcome = peer.ask(RawPeer.hello());
      int start = welcome.indexOf(WELCOME_ID) + WELCOME_ID.length();
      String ctx = welcome.substring(start, welcome.indexOf('"', start));
      peer.ask("[\"REQUIRE\",1,\"%s\",\"dev.remora.fixture.Counter\"]".formatted(ctx));
      peer.send("[\"MEMBER_CALL\",2,\"%s\",1,\"run\",[\"%s\"]]".formatted(ctx, task));
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      peer.send("[\"MEMBER_CALL\",%s,\"%s\",1,\"add\",[5]]".formatted(callId, ctx));
      waiting.giveUp(peer, ctx);
      go.countDown();
      assertThat(peer.receive()).isEqualTo("[\"RETURN\",2,null]");
      String answer = String.valueOf(peer.receive());
      assertThat(served.counter.add(0)).isZero();
      return answer;
    } finally {
      go.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCancelReachesACallThatWaitsAndItDoesNotRun(Transport transport) throws Exception {
    String answer =
        answer(
            transport,
            "[3,0,2]",
            (peer, ctx) -> {
              peer.send("[\"CANCEL\",\"%s\",\"call\",3]".formatted(ctx));
              // Frames are taken in order: when this is answered, the cancel has been taken.
              assertThat(peer.ask("[\"MEMBER_CALL\",4,\"%s\",1,\"doubleIt\",[2]]".formatted(ctx)))
                  .isEqualTo("[\"RETURN\",4,4]");
            });
    assertThat(answer)
        .startsWith("[\"RETURN\",3,{\"type\":\"exception\"")
        .contains("\"CANCELLED\"", "the call was cancelled before it could run", NO_STACK);
  }

  @ParameterizedTest
  @EnumSource
  void aCallWhoseTimeIsOverWhenItsTurnComesDoesNotRun(Transport transport) throws Exception {
    String answer =
        answer(
            transport,
            "[3,0,2,1]",
            (peer, ctx) -> {
              // Its millisecond begins when it is read, which is before this is answered.
              assertThat(peer.ask("[\"MEMBER_CALL\",4,\"%s\",1,\"doubleIt\",[2]]".formatted(ctx)))
                  .isEqualTo("[\"RETURN\",4,4]");
              long read = System.nanoTime();
              while (System.nanoTime() - read < 2_000_000) {
                Thread.onSpinWait();
              }
            });
    assertThat(answer)
        .startsWith("[\"RETURN\",3,{\"type\":\"exception\"")
        .contains("\"TIMEOUT\"", "the call's time was over before it could run", NO_STACK);
  }
}
