package dev.remora.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.Limits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/** The token encoding says what JSON says, and takes bytes that are no message for an error. */
final class TokenEncodingTest {
  private static final Limits LIMITS = Limits.defaults();
  private static final JsonEncoding JSON = new JsonEncoding(LIMITS);
  private static final TokenEncoding TOKENS = new TokenEncoding(LIMITS);
  private static final int SEEDS = 2_000;

  /** Writes something; the same into both encodings. */
  private interface Message {
    void writeTo(JsonGenerator json);
  }

  private static Frame written(Encoding encoding, Message message) {
    try (OutgoingFrame frame = encoding.newFrame(LIMITS.maxFrameBytes())) {
      message.writeTo(frame.json());
      return frame(bytes(frame.finish().parts()));
    }
  }

  private static byte[] bytes(List<ByteBuffer> parts) {
    ByteBuffer whole = parts.get(0);
    byte[] message = new byte[whole.remaining() - 4];
    whole.position(whole.position() + 4).get(message);
    return message;
  }

  private static Frame frame(byte[] message) {
    return new Frame(message, List.of());
  }

  @Test
  void randomMessagesHaveTheSameTokensInBothEncodings() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Message message = new RandomMessage(seed);
      Frame json = written(JSON, message);
      Frame tokens = written(TOKENS, message);
      try (JsonParser expected = JSON.parser(json);
          JsonParser actual = TOKENS.parser(tokens)) {
        assertSameTokens(expected, actual, "seed " + seed + ": " + JSON.show(json));
      }
      assertThat(TOKENS.show(tokens)).as("seed %d", seed).isEqualTo(JSON.show(json));
    }
  }

  private static void assertSameTokens(JsonParser expected, JsonParser actual, String what) {
    JsonToken token;
    do {
      token = expected.nextToken();
      assertThat(actual.nextToken()).as(what).isEqualTo(token);
      if (token != null) {
        assertThat(actual.currentName()).as(what).isEqualTo(expected.currentName());
        assertSameScalar(expected, actual, token, what);
      }
    } while (token != null);
  }

  private static void assertSameScalar(
      JsonParser expected, JsonParser actual, JsonToken token, String what) {
    if (token == JsonToken.VALUE_STRING) {
      assertThat(actual.getString()).as(what).isEqualTo(expected.getString());
      assertThat(actual.getStringCharacters()).as(what).hasSize(actual.getStringLength());
    } else if (token.isNumeric()) {
      assertThat(actual.getNumberType()).as(what).isEqualTo(expected.getNumberType());
      assertThat(actual.getNumberValue()).as(what).isEqualTo(expected.getNumberValue());
      assertThat(actual.getDecimalValue())
          .as(what)
          .isEqualByComparingTo(expected.getDecimalValue());
      assertThat(actual.getDoubleValue()).as(what).isEqualTo(expected.getDoubleValue());
      assertThat(actual.getFloatValue()).as(what).isEqualTo(expected.getFloatValue());
    }
  }

  @Test
  void everyPrefixOfAMessageIsAnError() {
    Message message = new RandomMessage(7);
    byte[] whole = written(TOKENS, message).message();
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> readAll(frame(cut)))
          .as("%d bytes", length)
          .isInstanceOf(JacksonException.class);
    }
  }

  @Test
  void bytesThatAreNoMessageAreAnErrorOrHaveAnEnd() {
    for (int seed = 0; seed < 50 * SEEDS; seed++) {
      byte[] noise = new byte[seed % 60];
      Random random = new Random(seed);
      random.nextBytes(noise);
      try {
        assertThat(readAll(frame(noise))).isLessThanOrEqualTo(noise.length);
      } catch (JacksonException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void messagesWithOneOtherByteAreAnErrorOrAnotherMessage() {
    byte[] whole = written(TOKENS, new RandomMessage(11)).message();
    Random random = new Random(11);
    for (int i = 0; i < 20 * SEEDS; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      try {
        readAll(frame(changed));
      } catch (JacksonException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  /** Reads all tokens with their values; how many there were. */
  private static int readAll(Frame frame) {
    int count = 0;
    try (JsonParser parser = TOKENS.parser(frame)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        count++;
        if (token == JsonToken.VALUE_STRING) {
          assertThat(parser.getString()).isNotNull();
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
          assertThat(parser.getNumberValue()).isNotNull();
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
          assertThat(parser.getDecimalValue()).isNotNull();
        }
      }
    }
    return count;
  }

  @Test
  void aLengthThatTheMessageDoesNotHoldAllocatesNothing() {
    byte[] huge = {(byte) Tokens.LATIN, -1, -1, -1, -1, 7};
    assertThatThrownBy(() -> readAll(frame(huge))).hasMessageContaining("which is not there");
    byte[] negative = {(byte) Tokens.UTF16, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
    assertThatThrownBy(() -> readAll(frame(negative))).hasMessageContaining("which is not there");
  }

  @Test
  void nestingAndStringsAreLimited() {
    TokenEncoding narrow = new TokenEncoding(LIMITS.withMaxNesting(8).withMaxStringLength(256));
    byte[] deep = new byte[9];
    Arrays.fill(deep, (byte) Tokens.START_ARRAY);
    assertThatThrownBy(
            () -> {
              JsonParser parser = narrow.parser(frame(deep));
              while (parser.nextToken() != null) {}
            })
        .isInstanceOf(StreamConstraintsException.class);
    Frame text = written(TOKENS, json -> json.writeString("x".repeat(257)));
    assertThatThrownBy(() -> narrow.parser(text).nextToken())
        .isInstanceOf(StreamConstraintsException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,{\"a\":2.5}]", "\"x\"", "7"})
  void rawJsonIsSentAsItsTokens(String raw) {
    assertThat(TOKENS.show(written(TOKENS, json -> json.writeRawValue(raw)))).isEqualTo(raw);
  }

  @Test
  void doubleItFitsIntOneSmallFrame() {
    Frame call =
        written(
            TOKENS,
            json ->
                json.writeStartArray()
                    .writeString("MEMBER_CALL")
                    .writeNumber(2)
                    .writeString("1-1")
                    .writeNumber(1)
                    .writeString("doubleIt")
                    .writeStartArray()
                    .writeNumber(2)
                    .writeEndArray()
                    .writeEndArray());
    assertThat(call.message()).hasSize(21);
  }

  /** An array of values of all kinds, made from a seed. */
  private static final class RandomMessage implements Message {
    private static final String[] TEXTS = {
      "",
      "type",
      "value",
      "x",
      "äöü",
      "日本",
      "\uD83D\uDE00",
      "\uD800",
      "\"\\\n",
      "a".repeat(63),
      "b".repeat(64)
    };

    /** JSON has no way to say half a surrogate pair in a name. */
    private static final String[] NAMES = {"", "type", "x", "äöü", "日本", "c".repeat(70)};

    private final long seed;

    RandomMessage(long seed) {
      this.seed = seed;
    }

    @Override
    public void writeTo(JsonGenerator json) {
      Random random = new Random(seed);
      json.writeStartArray();
      for (int i = 0; i < 12; i++) {
        value(json, random, 4);
      }
      json.writeEndArray();
    }

    private static void value(JsonGenerator json, Random random, int depth) {
      switch (random.nextInt(depth == 0 ? 11 : 13)) {
        case 0 -> json.writeNull();
        case 1 -> json.writeBoolean(random.nextBoolean());
        case 2 -> json.writeNumber(random.nextInt(300) - 150);
        case 3 -> json.writeNumber(random.nextInt());
        case 4 -> json.writeNumber(random.nextLong());
        case 5 -> json.writeNumber(random.nextGaussian());
        case 6 -> json.writeNumber((float) random.nextGaussian());
        case 7 -> json.writeNumber(new BigInteger(200, random).negate());
        case 8 ->
            json.writeNumber(new BigDecimal(new BigInteger(100, random), random.nextInt(40) - 20));
        case 9 -> json.writeString(TEXTS[random.nextInt(TEXTS.length)]);
        case 10 ->
            json.writeNumber(
                new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e300}
                    [random.nextInt(5)]);
        case 11 -> {
          json.writeStartArray();
          for (int i = random.nextInt(4); i > 0; i--) {
            value(json, random, depth - 1);
          }
          json.writeEndArray();
        }
        default -> {
          json.writeStartObject();
          for (int i = random.nextInt(4); i > 0; i--) {
            json.writeName(i + NAMES[random.nextInt(NAMES.length)]);
            value(json, random, depth - 1);
          }
          json.writeEndObject();
        }
      }
    }
  }
}
