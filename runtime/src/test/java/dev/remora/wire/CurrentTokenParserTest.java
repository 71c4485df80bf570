package dev.remora.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.Limits;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.sym.SimpleNameMatcher;

/** A parser of tokens answers what Jackson's parser of JSON answers, whatever it is asked. */
final class CurrentTokenParserTest {
  private static final Limits LIMITS = Limits.defaults();
  private static final JsonEncoding JSON = new JsonEncoding(LIMITS);
  private static final TokenEncoding TOKENS = new TokenEncoding(LIMITS);
  private static final PropertyNameMatcher NAMES =
      SimpleNameMatcher.construct(Locale.ROOT, List.of("a", "inner"));

  /** Asks a parser something about the token that it stands at. */
  private static final Map<String, Function<JsonParser, Object>> QUESTIONS = new LinkedHashMap<>();

  /** Moves a parser. */
  private static final List<Function<JsonParser, Object>> STEPS =
      List.of(
          JsonParser::nextToken,
          JsonParser::nextName,
          JsonParser::nextValue,
          parser -> parser.nextName(new SerializedString("inner")),
          parser -> parser.nextNameMatch(NAMES),
          parser -> parser.skipChildren().currentToken());

  static {
    QUESTIONS.put("currentToken", JsonParser::currentToken);
    QUESTIONS.put("currentTokenId", JsonParser::currentTokenId);
    QUESTIONS.put("hasCurrentToken", JsonParser::hasCurrentToken);
    QUESTIONS.put("hasToken", parser -> parser.hasToken(JsonToken.VALUE_STRING));
    QUESTIONS.put("hasTokenId", parser -> parser.hasTokenId(JsonToken.VALUE_NULL.id()));
    QUESTIONS.put("isArray", JsonParser::isExpectedStartArrayToken);
    QUESTIONS.put("isObject", JsonParser::isExpectedStartObjectToken);
    QUESTIONS.put("isInt", JsonParser::isExpectedNumberIntToken);
    QUESTIONS.put("currentName", JsonParser::currentName);
    QUESTIONS.put("currentNameMatch", parser -> parser.currentNameMatch(NAMES));
    QUESTIONS.put("string", JsonParser::getString);
    QUESTIONS.put("written", CurrentTokenParserTest::written);
    QUESTIONS.put("embedded", JsonParser::getEmbeddedObject);
    QUESTIONS.put("boolean", JsonParser::getBooleanValue);
    QUESTIONS.put("byte", JsonParser::getByteValue);
    QUESTIONS.put("short", JsonParser::getShortValue);
    QUESTIONS.put("int", JsonParser::getIntValue);
    QUESTIONS.put("long", JsonParser::getLongValue);
    QUESTIONS.put("double", JsonParser::getDoubleValue);
    QUESTIONS.put("asBoolean", JsonParser::getValueAsBoolean);
    QUESTIONS.put("asBooleanOrTrue", parser -> parser.getValueAsBoolean(true));
    QUESTIONS.put("asInt", JsonParser::getValueAsInt);
    QUESTIONS.put("asIntOr7", parser -> parser.getValueAsInt(7));
    QUESTIONS.put("asLong", JsonParser::getValueAsLong);
    QUESTIONS.put("asLongOr7", parser -> parser.getValueAsLong(7));
    QUESTIONS.put("asDouble", JsonParser::getValueAsDouble);
    QUESTIONS.put("asDoubleOr7", parser -> parser.getValueAsDouble(7));
    QUESTIONS.put("asString", JsonParser::getValueAsString);
    QUESTIONS.put("asStringOrX", parser -> parser.getValueAsString("x"));
    QUESTIONS.put("isClosed", JsonParser::isClosed);
  }

  private static Object written(JsonParser parser) {
    StringWriter text = new StringWriter();
    return parser.getString(text) + ":" + text;
  }

  /** What a question is answered, or which kind of error it is. */
  private static Object answer(Function<JsonParser, Object> question, JsonParser parser) {
    try {
      return question.apply(parser);
    } catch (JacksonException e) {
      return e.getClass();
    }
  }

  private static void writeTo(JsonGenerator json) {
    json.writeStartArray().writeNull().writeBoolean(true).writeBoolean(false);
    for (long number :
        new long[] {0, 1, -1, 127, 128, 255, 256, -129, 32_768, 1L << 31, 1L << 40}) {
      json.writeNumber(number);
    }
    json.writeNumber(1.5).writeNumber(-0.25f).writeNumber(1e30);
    json.writeNumber(new BigInteger("123456789012345678901234567890"));
    json.writeNumber(new BigDecimal("3.25"));
    for (String text :
        new String[] {"", "17", "-3", "1.5", "true", " false ", "null", "x", "NaN"}) {
      json.writeString(text);
    }
    json.writeStartObject();
    json.writeName("a").writeNumber(1);
    json.writeName("inner").writeStartObject();
    json.writeName("b").writeStartArray().writeNumber(2).writeEndArray();
    json.writeEndObject();
    json.writeName("inner").writeString("text");
    json.writeEndObject();
    json.writeStartArray().writeStartArray().writeEndArray().writeEndArray();
    json.writeEndArray();
  }

  private static Frame frame(Encoding encoding) {
    try (OutgoingFrame frame = encoding.newFrame(LIMITS.maxFrameBytes())) {
      writeTo(frame.json());
      ByteBuffer whole = frame.finish().parts().get(0);
      byte[] message = new byte[whole.remaining() - 4];
      whole.position(whole.position() + 4).get(message);
      return new Frame(message, List.of());
    }
  }

  @Test
  void everyTokenIsAnsweredForAsJsonWould() {
    try (JsonParser expected = JSON.parser(frame(JSON));
        JsonParser actual = TOKENS.parser(frame(TOKENS))) {
      JsonToken token;
      do {
        String at = expected.currentToken() + " " + answer(JsonParser::getString, expected);
        QUESTIONS.forEach(
            (name, question) ->
                assertThat(answer(question, actual))
                    .as("%s of %s", name, at)
                    .isEqualTo(answer(question, expected)));
        token = expected.nextToken();
        assertThat(actual.nextToken()).isEqualTo(token);
      } while (token != null);
    }
  }

  @Test
  void everyWayThroughAMessageIsThatOfJson() {
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      List<Integer> taken = new ArrayList<>();
      try (JsonParser expected = JSON.parser(frame(JSON));
          JsonParser actual = TOKENS.parser(frame(TOKENS))) {
        expected.nextToken();
        actual.nextToken();
        while (expected.currentToken() != null) {
          // Skipping would go over all of the message where it begins.
          int step = random.nextInt(taken.isEmpty() ? STEPS.size() - 1 : STEPS.size());
          taken.add(step);
          assertThat(answer(STEPS.get(step), actual))
              .as("steps %s", taken)
              .isEqualTo(answer(STEPS.get(step), expected));
          assertThat(actual.currentToken()).as("%s", taken).isEqualTo(expected.currentToken());
          if (step == STEPS.size() - 1) {
            // It does not move by itself where there is nothing to skip.
            assertThat(actual.nextToken()).as("%s", taken).isEqualTo(expected.nextToken());
          }
        }
      }
    }
  }

  @Test
  void aTokenThatIsClearedIsTheLastOne() {
    try (JsonParser parser = TOKENS.parser(frame(TOKENS))) {
      parser.nextToken();
      parser.clearCurrentToken();
      assertThat(parser.hasCurrentToken()).isFalse();
      assertThat(parser.getLastClearedToken()).isEqualTo(JsonToken.START_ARRAY);
    }
  }
}
