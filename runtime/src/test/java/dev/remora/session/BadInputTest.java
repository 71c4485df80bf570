package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.Limits;
import dev.remora.fixture.CounterStub;
import dev.remora.fixture.Tasks;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a foreign or damaged peer gets: an error that says what and why; and others are served on.
 */
final class BadInputTest {
  private static final String REQUIRE =
      """
      ["REQUIRE",1,"CTX","dev.remora.fixture.Counter"]""";

  /** The context id that a welcomed peer got is in its welcome; tests name it CTX. */
  private static String context(String welcome) {
    int start = welcome.indexOf("\"contextId\":\"") + 13;
    return welcome.substring(start, welcome.indexOf('"', start));
  }

  private interface Exchange {
    void with(RawPeer peer, String contextId) throws IOException;
  }

  private static void exchange(Transport transport, Exchange exchange) throws IOException {
    exchange(new Served(transport), exchange);
  }

  private static void exchange(Served served, Exchange exchange) throws IOException {
    try (served;
        RemoteContext other = served.connect()) {
      CounterStub counter = CounterStub.require(other);
      try (RawPeer peer = served.stranger()) {
        String contextId = context(peer.ask(RawPeer.hello()));
        assertThat(peer.ask(REQUIRE.replace("CTX", contextId))).startsWith("[\"RETURN\",1,{");
        exchange.with(peer, contextId);
      }
      assertThat(counter.doubleIt(21)).isEqualTo(42);
    }
  }

  /** Each of these is an error answer, after which the same peer goes on. */
  private static void answers(Transport transport, String message, String code, String text)
      throws IOException {
    exchange(
        transport,
        (peer, ctx) -> {
          assertThat(peer.ask(message.replace("CTX", ctx)))
              .startsWith("[\"RETURN\",2,{\"type\":\"exception\"")
              .contains("{\"name\":\"code\",\"value\":\"" + code + "\"}")
              .contains(text);
          assertThat(peer.ask("[\"MEMBER_CALL\",3,\"%s\",1,\"doubleIt\",[2]]".formatted(ctx)))
              .isEqualTo("[\"RETURN\",3,4]");
        });
  }

  /** Each of these is told why, and loses its connection. */
  private static void loses(Transport transport, String message, String reason) throws IOException {
    exchange(
        transport,
        (peer, ctx) -> {
          assertThat(peer.ask(message.replace("CTX", ctx)))
              .startsWith("[\"GOODBYE\",")
              .contains(reason);
          assertThat(peer.receive()).isNull();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aModuleThatIsNotExportedIsNamedInTheError(Transport transport) throws IOException {
    answers(
        transport,
        "[\"REQUIRE\",2,\"CTX\",\"java.lang.Runtime\"]",
        "NO_SUCH_MODULE",
        "no module 'java.lang.Runtime' is exported");
  }

  @ParameterizedTest
  @EnumSource
  void aMemberThatDoesNotExistIsNamedInTheError(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleit\",[2]]",
        "NO_SUCH_MEMBER",
        "has no member 'doubleit' that can be reached this way; did you mean doubleIt?");
  }

  @ParameterizedTest
  @EnumSource
  void aPropertyCannotBeCalled(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"label\",[]]",
        "NO_SUCH_MEMBER",
        "has no member 'label' that can be reached this way");
  }

  @ParameterizedTest
  @EnumSource
  void tooFewArgumentsAreCounted(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[]]",
        "BAD_ARGUMENTS",
        "dev.remora.fixture.Counter#1.doubleIt has too few arguments: 0");
  }

  @ParameterizedTest
  @EnumSource
  void tooManyArgumentsAreCounted(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[2,3]]",
        "BAD_ARGUMENTS",
        "dev.remora.fixture.Counter#1.doubleIt has too many arguments: more than 1");
  }

  @ParameterizedTest
  @EnumSource
  void anArgumentOfTheWrongTypeIsShown(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[\"two\"]]",
        "BAD_ARGUMENTS",
        "argument 1 of dev.remora.fixture.Counter#1.doubleIt must be an int, but is the string"
            + " \\\"two\\\"");
  }

  @ParameterizedTest
  @EnumSource
  void anArgumentOutOfRangeIsShown(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[2147483648]]",
        "BAD_ARGUMENTS",
        "must be an int, but is the number 2147483648");
  }

  @ParameterizedTest
  @EnumSource
  void nullIsNoInt(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[null]]",
        "BAD_ARGUMENTS",
        "must be an int, but is null");
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownMetaIsNamed(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[{\"type\":\"nativeimage\"}]]",
        "BAD_ARGUMENTS",
        "must be an int, but is a meta of type 'nativeimage'");
  }

  @ParameterizedTest
  @EnumSource
  void anIdThatWasNeverGivenIsMissing(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",999999,\"doubleIt\",[2]]",
        "MISSING_OBJECT",
        "Cannot call method 'doubleIt' on missing remote object 999999: this context was never"
            + " given it");
  }

  @ParameterizedTest
  @EnumSource
  void anArgumentThatIsMissingIsNamed(Transport transport) throws IOException {
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"isSelf\",[{\"type\":\"remote-object\",\"id\":77}]]",
        "MISSING_OBJECT",
        "missing remote object 77");
  }

  @ParameterizedTest
  @EnumSource
  void theIdOfAnotherContextIsMissingHere(Transport transport) throws IOException {
    Served served = new Served(transport);
    exchange(
        served,
        (peer, ctx) -> {
          try (RawPeer other = served.stranger()) {
            String otherContext = context(other.ask(RawPeer.hello()));
            other.ask(REQUIRE.replace("CTX", otherContext));
            assertThat(
                    other.ask("[\"MEMBER_CALL\",2,\"%s\",1,\"fork\",[]]".formatted(otherContext)))
                .contains("\"id\":2}");
            assertThat(peer.ask("[\"MEMBER_CALL\",2,\"%s\",2,\"doubleIt\",[2]]".formatted(ctx)))
                .contains("MISSING_OBJECT");
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void aReleasedIdSaysWhenAndByWhom(Transport transport) throws IOException {
    exchange(
        transport,
        (peer, ctx) -> {
          peer.ask("[\"MEMBER_CALL\",2,\"%s\",1,\"fork\",[]]".formatted(ctx));
          peer.send("[\"DEREFERENCE\",\"%s\",[[2,1]]]".formatted(ctx));
          assertThat(peer.ask("[\"MEMBER_CALL\",3,\"%s\",2,\"doubleIt\",[2]]".formatted(ctx)))
              .containsPattern(
                  "Cannot call method 'doubleIt' on missing remote object 2"
                      + " \\(dev.remora.fixture.Counter\\): released by this context 0\\.. s ago");
        });
  }

  @ParameterizedTest
  @EnumSource
  void garbageInTheArgumentsIsAnErrorAnswer(Transport transport) throws IOException {
    answers(transport, "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[2}", "BAD_ARGUMENTS", "as JSON");
  }

  @ParameterizedTest
  @EnumSource
  void nestingOverTheLimitIsAnErrorAnswer(Transport transport) throws IOException {
    String deep = "{\"type\":\"value\",\"value\":".repeat(2_000);
    answers(
        transport, "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[" + deep, "BAD_ARGUMENTS", "an int");
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[{\"type\":\"value\",\"x\":" + "[".repeat(2_000),
        "BAD_ARGUMENTS",
        "value");
    answers(
        transport,
        "[\"MEMBER_CALL\",2,\"CTX\",1,\"doubleIt\",[{\"type\":\"value\",\"value\":2,\"x\":"
            + "[".repeat(2_000),
        "LIMIT_EXCEEDED",
        "nesting depth");
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownCommandIsUnimplemented(Transport transport) throws IOException {
    exchange(
        transport,
        (peer, ctx) -> {
          assertThat(peer.ask("[\"TELEPORT\",9,\"%s\",1]".formatted(ctx)))
              .isEqualTo("[\"UNIMPLEMENTED\",\"TELEPORT\",9]");
          assertThat(peer.ask("[\"MEMBER_CALL\",3,\"%s\",1,\"doubleIt\",[2]]".formatted(ctx)))
              .isEqualTo("[\"RETURN\",3,4]");
        });
  }

  @ParameterizedTest
  @EnumSource
  void garbageInsteadOfAFrameEndsTheConnection(Transport transport) throws IOException {
    loses(transport, "hello?", "a frame cannot be read");
  }

  @ParameterizedTest
  @EnumSource
  void aContextOfAnotherConnectionEndsTheConnection(Transport transport) throws IOException {
    loses(
        transport,
        "[\"MEMBER_CALL\",2,\"77-1\",1,\"doubleIt\",[2]]",
        "context '77-1' is not one of this connection");
  }

  @ParameterizedTest
  @EnumSource
  void aCommandOfMainsEndsTheConnection(Transport transport) throws IOException {
    loses(transport, "[\"RETURN\",2,4]", "a renderer must not send RETURN now");
  }

  @ParameterizedTest
  @EnumSource
  void aFrameOverTheLimitEndsTheConnection(Transport transport) throws IOException {
    Served served =
        new Served(
            transport, builder -> builder.limits(Limits.defaults().withMaxFrameBytes(100_000)));
    exchange(
        served,
        (peer, ctx) -> {
          peer.sendBytes(ByteBuffer.allocate(4).putInt(100_001).array());
          assertThat(peer.receive())
              .contains(
                  "a frame of 100001 bytes is over the limit of 100000 (Limits.maxFrameBytes)");
          assertThat(peer.receive()).isNull();
        });
  }

  @ParameterizedTest
  @EnumSource
  void attachmentsThatDoNotFitTheirFrameEndTheConnection(Transport transport) throws IOException {
    exchange(
        transport,
        (peer, ctx) -> {
          peer.sendBytes(ByteBuffer.allocate(8).putInt(0x8000_0000 | 20).putInt(50).array());
          assertThat(peer.receive())
              .contains("a frame says that its message has 50 bytes, but only 16 are left in it");
          assertThat(peer.receive()).isNull();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aTruncatedFrameReleasesTheContext(Transport transport) throws IOException {
    try (Served served = new Served(transport)) {
      RawPeer peer = served.peer();
      assertThat(served.main.registry().contexts()).hasSize(1);
      peer.sendBytes(ByteBuffer.allocate(6).putInt(100).putShort((short) '[').array());
      peer.close();
      served.awaitRegistry(registry -> registry.isEmpty());
      try (RemoteContext other = served.connect()) {
        assertThat(CounterStub.require(other).doubleIt(4)).isEqualTo(8);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDuplicateCallIdEndsTheConnection(Transport transport) throws IOException {
    CountDownLatch hold = new CountDownLatch(1);
    Tasks.put("hold", () -> await(hold));
    try {
      exchange(
          transport,
          (peer, ctx) -> {
            peer.send("[\"MEMBER_CALL\",2,\"%s\",1,\"run\",[\"hold\"]]".formatted(ctx));
            assertThat(peer.ask("[\"MEMBER_CALL\",2,\"%s\",1,\"doubleIt\",[2]]".formatted(ctx)))
                .startsWith("[\"GOODBYE\"")
                .contains("call id 2 is used by a call that is still under way");
          });
    } finally {
      hold.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void tooManyCallsAtOnceAreRefusedOneByOne(Transport transport) throws IOException {
    CountDownLatch hold = new CountDownLatch(1);
    Tasks.put("hold", () -> await(hold));
    Served served =
        new Served(transport, builder -> builder.limits(Limits.defaults().withMaxCallsInFlight(1)));
    try {
      exchange(
          served,
          (peer, ctx) -> {
            peer.send("[\"MEMBER_CALL\",2,\"%s\",1,\"run\",[\"hold\"]]".formatted(ctx));
            assertThat(peer.ask("[\"MEMBER_CALL\",3,\"%s\",1,\"doubleIt\",[2]]".formatted(ctx)))
                .contains("LIMIT_EXCEEDED")
                .contains("more than 1 calls of this connection are under way");
            hold.countDown();
            assertThat(peer.receive()).isEqualTo("[\"RETURN\",2,null]");
          });
    } finally {
      hold.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuses(Served served, String hello, String reason) throws IOException {
    try (served;
        RawPeer peer = served.stranger()) {
      assertThat(peer.ask(hello)).startsWith("[\"REFUSED\",").contains(reason);
      assertThat(peer.receive()).isNull();
      assertThat(served.main.registry().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherVersionOfTheProtocolIsRefused(Transport transport) throws IOException {
    refuses(
        new Served(transport),
        RawPeer.hello().replace("\"protocol\":1", "\"protocol\":2"),
        "speaks version 1 of the protocol, and the renderer version 2");
  }

  @ParameterizedTest
  @EnumSource
  void anotherProtocolIsRefused(Transport transport) throws IOException {
    refuses(new Served(transport), "{\"jsonrpc\":\"2.0\"}", "should have an array");
    refuses(new Served(transport), "[\"REQUIRE\",1,\"1-1\",\"x\"]", "first frame must be HELLO");
    Served served = new Served(transport);
    try (served;
        RawPeer peer = served.stranger()) {
      peer.sendBytes("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(peer.receive()).startsWith("[\"REFUSED\",").contains("over the limit of 65536");
    }
  }

  @ParameterizedTest
  @EnumSource
  void unknownEncodingsAndDialectsAreRefused(Transport transport) throws IOException {
    refuses(new Served(transport), RawPeer.hello().replace("[\"json\"]", "[\"xml\"]"), "[xml]");
    refuses(
        new Served(transport),
        RawPeer.hello().replace("\"remora\"", "\"electron\""),
        "does not speak the dialect 'electron'");
  }

  @ParameterizedTest
  @EnumSource
  void silenceIsRefusedInTime(Transport transport) throws IOException {
    Limits hasty = Limits.defaults().withHandshakeTimeout(Duration.ofMillis(50));
    try (Served served = new Served(transport, builder -> builder.limits(hasty));
        RawPeer peer = served.stranger()) {
      assertThat(peer.receive()).contains("did not introduce itself within 50 ms");
    }
  }

  @ParameterizedTest
  @EnumSource
  void contextsOverTheLimitAreRefused(Transport transport) throws IOException {
    Served served =
        new Served(transport, builder -> builder.limits(Limits.defaults().withMaxContexts(1)));
    try (served) {
      try (RawPeer first = served.peer();
          RawPeer second = served.stranger()) {
        assertThat(second.ask(RawPeer.hello())).contains("serves 1 contexts already");
        assertThat(first.ask("[\"DANCE\",1]")).isEqualTo("[\"UNIMPLEMENTED\",\"DANCE\",1]");
      }
      served.awaitRegistry(registry -> registry.isEmpty());
      try (RawPeer third = served.stranger()) {
        assertThat(third.ask(RawPeer.hello())).startsWith("[\"WELCOME\"");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void objectsOverTheLimitAreRefusedAndTakenBack(Transport transport) throws IOException {
    Served served =
        new Served(
            transport, builder -> builder.limits(Limits.defaults().withMaxObjectsPerContext(2)));
    exchange(
        served,
        (peer, ctx) -> {
          assertThat(peer.ask("[\"MEMBER_CALL\",2,\"%s\",1,\"fork\",[]]".formatted(ctx)))
              .contains("\"id\":2}");
          assertThat(peer.ask("[\"MEMBER_CALL\",3,\"%s\",1,\"fork\",[]]".formatted(ctx)))
              .contains("LIMIT_EXCEEDED")
              .contains("holds 2 already (Limits.maxObjectsPerContext)");
          peer.send("[\"DEREFERENCE\",\"%s\",[[2,1]]]".formatted(ctx));
          assertThat(peer.ask("[\"MEMBER_CALL\",4,\"%s\",1,\"fork\",[]]".formatted(ctx)))
              .contains("\"type\":\"object\"");
        });
  }
}
