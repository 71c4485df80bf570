package dev.remora.wire;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadCapability;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TreeNode;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.NumberInput;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.type.ResolvedType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.JacksonFeatureSet;

/**
 * What a parser answers from the token that it stands at, wherever its tokens come from.
 *
 * <p>Jackson has such a class, {@code ParserMinimalBase}. It is not extended because it makes
 * {@code BigDecimal}s when it is loaded, which takes 10 ms of a renderer's start on JDK 25.
 */
abstract class CurrentTokenParser extends JsonParser {
  /** Bytes are often written without a sign. */
  private static final int MAX_BYTE = 255;

  private final StreamReadConstraints constraints;
  private boolean isClosed;
  private @Nullable JsonToken lastCleared;

  /** The token that the parser stands at; null before the first and behind the last. */
  @Nullable JsonToken token;

  CurrentTokenParser(StreamReadConstraints constraints) {
    this.constraints = constraints;
  }

  /** Stands before the first token again. */
  void restart() {
    token = null;
    isClosed = false;
  }

  /** Moves to a token. */
  JsonToken at(JsonToken next) {
    token = next;
    return next;
  }

  /** An error for a number that does not fit. */
  InputCoercionException overflow(String number, Class<?> type) {
    String message = "the number %s is out of the range of %s".formatted(number, type);
    return new InputCoercionException(this, message, token, type);
  }

  // --- tokens ---

  @Override
  public @Nullable JsonToken currentToken() {
    return token;
  }

  @Override
  public int currentTokenId() {
    return token == null ? JsonTokenId.ID_NO_TOKEN : token.id();
  }

  @Override
  public boolean hasCurrentToken() {
    return token != null;
  }

  @Override
  public boolean hasTokenId(int id) {
    return currentTokenId() == id;
  }

  @Override
  public boolean hasToken(@Nullable JsonToken other) {
    return token == other;
  }

  @Override
  public boolean isExpectedStartArrayToken() {
    return token == JsonToken.START_ARRAY;
  }

  @Override
  public boolean isExpectedStartObjectToken() {
    return token == JsonToken.START_OBJECT;
  }

  @Override
  public boolean isExpectedNumberIntToken() {
    return token == JsonToken.VALUE_NUMBER_INT;
  }

  /** Not counted: there is no limit but that of the frame. */
  @Override
  public long currentTokenCount() {
    return 0;
  }

  @Override
  public void clearCurrentToken() {
    if (token != null) {
      lastCleared = token;
      token = null;
    }
  }

  @Override
  public @Nullable JsonToken getLastClearedToken() {
    return lastCleared;
  }

  @Override
  public @Nullable JsonToken nextValue() {
    JsonToken next = nextToken();
    return next == JsonToken.PROPERTY_NAME ? nextToken() : next;
  }

  @Override
  public JsonParser skipChildren() {
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      for (int open = 1; open > 0; ) {
        JsonToken next = nextToken();
        if (next == null) {
          throw _constructReadException("the message ends inside of a value");
        }
        open += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
      }
    }
    return this;
  }

  /** Every token is whole at once. */
  @Override
  public void finishToken() {}

  // --- names ---

  @Override
  public @Nullable String nextName() {
    return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
  }

  @Override
  public boolean nextName(SerializableString name) {
    return name.getValue().equals(nextName());
  }

  @Override
  public int nextNameMatch(PropertyNameMatcher matcher) {
    nextToken();
    return currentNameMatch(matcher);
  }

  @Override
  public int currentNameMatch(PropertyNameMatcher matcher) {
    if (token == JsonToken.PROPERTY_NAME) {
      return matcher.matchName(currentName());
    }
    return token == JsonToken.END_OBJECT
        ? PropertyNameMatcher.MATCH_END_OBJECT
        : PropertyNameMatcher.MATCH_ODD_TOKEN;
  }

  // --- values, as they are ---

  @Override
  public int getString(Writer writer) {
    String text = getString();
    if (text == null) {
      return 0;
    }
    try {
      writer.write(text);
    } catch (IOException e) {
      throw JacksonIOException.construct(e, this);
    }
    return text.length();
  }

  @Override
  public byte getByteValue() {
    int value = getIntValue();
    if (value < Byte.MIN_VALUE || value > MAX_BYTE) {
      throw overflow(getString(), byte.class);
    }
    return (byte) value;
  }

  @Override
  public short getShortValue() {
    int value = getIntValue();
    if (value != (short) value) {
      throw overflow(getString(), short.class);
    }
    return (short) value;
  }

  @Override
  public boolean getBooleanValue() {
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw new InputCoercionException(
          this, "there is no boolean, but " + token, token, boolean.class);
    }
    return token == JsonToken.VALUE_TRUE;
  }

  @Override
  public @Nullable Object getEmbeddedObject() {
    return null;
  }

  // --- values, as something else ---

  @Override
  public boolean getValueAsBoolean(boolean absent) {
    return switch (currentTokenId()) {
      case JsonTokenId.ID_TRUE -> true;
      case JsonTokenId.ID_FALSE, JsonTokenId.ID_NULL -> false;
      case JsonTokenId.ID_NUMBER_INT -> getIntValue() != 0;
      case JsonTokenId.ID_STRING ->
          switch (getString().trim()) {
            case "true" -> true;
            case "false", "null" -> false;
            default -> absent;
          };
      default -> absent;
    };
  }

  @Override
  public int getValueAsInt(int absent) {
    return switch (currentTokenId()) {
      case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> getIntValue();
      case JsonTokenId.ID_TRUE -> 1;
      case JsonTokenId.ID_FALSE, JsonTokenId.ID_NULL -> 0;
      case JsonTokenId.ID_STRING -> isNullText() ? 0 : NumberInput.parseAsInt(getString(), absent);
      default -> absent;
    };
  }

  @Override
  public long getValueAsLong(long absent) {
    return switch (currentTokenId()) {
      case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> getLongValue();
      case JsonTokenId.ID_TRUE -> 1;
      case JsonTokenId.ID_FALSE, JsonTokenId.ID_NULL -> 0;
      case JsonTokenId.ID_STRING -> isNullText() ? 0 : NumberInput.parseAsLong(getString(), absent);
      default -> absent;
    };
  }

  @Override
  public double getValueAsDouble(double absent) {
    return switch (currentTokenId()) {
      case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> getDoubleValue();
      case JsonTokenId.ID_TRUE -> 1;
      case JsonTokenId.ID_FALSE, JsonTokenId.ID_NULL -> 0;
      case JsonTokenId.ID_STRING ->
          isNullText() ? 0 : NumberInput.parseAsDouble(getString(), absent, false);
      default -> absent;
    };
  }

  private boolean isNullText() {
    return getString().equals("null");
  }

  @Override
  public @Nullable String getValueAsString(@Nullable String absent) {
    boolean isText = token == JsonToken.PROPERTY_NAME || (token != null && token.isScalarValue());
    return isText && token != JsonToken.VALUE_NULL ? getString() : absent;
  }

  // --- what databind would do ---

  @Override
  public <T> T readValueAs(Class<T> type) {
    return objectReadContext().readValue(this, type);
  }

  @Override
  public <T> T readValueAs(TypeReference<T> type) {
    return objectReadContext().readValue(this, type);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as Jackson has it
  public <T> T readValueAs(ResolvedType type) {
    return objectReadContext().readValue(this, type);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as Jackson has it
  public <T extends TreeNode> T readValueAsTree() {
    return objectReadContext().readTree(this);
  }

  // --- how it is set up ---

  @Override
  public ObjectReadContext objectReadContext() {
    return ObjectReadContext.empty();
  }

  @Override
  public StreamReadConstraints streamReadConstraints() {
    return constraints;
  }

  @Override
  public boolean isEnabled(StreamReadFeature feature) {
    return false;
  }

  @Override
  public int streamReadFeatures() {
    return 0;
  }

  @Override
  public JacksonFeatureSet<StreamReadCapability> streamReadCapabilities() {
    return DEFAULT_READ_CAPABILITIES;
  }

  @Override
  public void close() {
    isClosed = true;
  }

  @Override
  public boolean isClosed() {
    return isClosed;
  }
}
