package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.HandshakeException;
import dev.remora.LimitExceededException;
import dev.remora.Limits;
import dev.remora.ProtocolException;
import dev.remora.VersionSkew;
import dev.remora.transport.InProcessLink;
import dev.remora.wire.FrameReader;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How two peers agree on an encoding. */
@Timeout(60)
final class HandshakeTest {
  private static final JsonEncoding JSON = new JsonEncoding(Limits.defaults());

  private static Hello hello(String token, String process) {
    return new Hello(1, List.of("tokens", "json"), "remora", token, process, 7, 65_536);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/bin/java",
        "",
        "\"quoted\" and \\ and / and \t\n\u0000\u007F",
        "äöü, 日本, \uD83D\uDE00",
        "half a pair \uD800",
        "}],[{\"pid\":1"
      })
  void aHelloIsJsonThatArrivesAsItWas(String text) throws IOException {
    Hello hello = hello(text, text);
    ByteBuffer bytes =
        OutgoingFrame.of(
            hello.message().getBytes(StandardCharsets.US_ASCII), Handshake.MAX_FRAME_BYTES);
    FrameReader reader =
        new FrameReader(
            target -> {
              int count = bytes.remaining();
              target.put(bytes);
              return count;
            },
            Handshake.MAX_FRAME_BYTES);
    reader.fill();
    assertThat(Handshake.readHello(JSON, Objects.requireNonNull(reader.poll()))).isEqualTo(hello);
  }

  @Test
  void aHelloWithoutATokenHasNone() {
    assertThat(new Hello(1, List.of("json"), "remora", null, "x", 1, 2).message())
        .isEqualTo(
            "[\"HELLO\",{\"protocol\":1,\"encodings\":[\"json\"],\"dialect\":\"remora\","
                + "\"process\":\"x\",\"pid\":1,\"maxFrameBytes\":2}]");
  }

  @Test
  void aHelloThatIsTooLongIsNotSent() throws IOException {
    InProcessLink.Pair pair = InProcessLink.pair();
    assertThatThrownBy(() -> Handshake.send(pair.renderer(), hello("x", "y".repeat(65_536))))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("over the limit of 65536");
    ByteBuffer nothing = ByteBuffer.allocate(8);
    assertThat(pair.main().read(nothing)).isZero();
  }

  @Test
  void anEncodingThatWasNotOfferedIsRefused() {
    assertThatThrownBy(() -> answered(false, "cbor"))
        .isInstanceOf(HandshakeException.class)
        .hasMessage(
            "the main process has chosen the encoding 'cbor', and this process understands [tokens,"
                + " json]");
    assertThatThrownBy(() -> answered(true, "tokens"))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining("'tokens', and this process understands [json]");
  }

  @Test
  void aWelcomeIsInTheEncodingThatItNames() throws Exception {
    answered(false, "json").lost("the test is over");
    assertThatThrownBy(() -> answered(false, "tokens"))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("WELCOME names the encoding 'tokens', and is written in 'json'");
  }

  /** A session with a main process that answers in JSON, whatever it says. */
  private static RendererSession answered(boolean jsonOnly, String encoding) throws Exception {
    InProcessLink.Pair pair = InProcessLink.pair();
    Limits limits = Limits.defaults();
    RendererOptions options =
        new RendererOptions(
            limits,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            VersionSkew.REFUSED,
            null,
            reason -> {});
    try (RawPeer main = new RawPeer(pair.main())) {
      return main.welcome(
          pair.renderer(),
          RendererSession.hello(null, "test", limits, jsonOnly),
          options,
          ReleaseRaceTest.WELCOME.replace("\"json\"", '"' + encoding + '"'));
    }
  }
}
