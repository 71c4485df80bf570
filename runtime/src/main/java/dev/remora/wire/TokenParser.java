package dev.remora.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.Version;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.util.SimpleStreamReadContext;

/**
 * Reads the tokens of a message ({@code docs/protocol.md#tokens}); strings are made when somebody
 * asks for them. One thread.
 *
 * <p>Bytes that are no message are a {@link tools.jackson.core.exc.StreamReadException}, wherever
 * they break off, and make nothing that is larger than the message.
 */
final class TokenParser extends CurrentTokenParser {
  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private final NameCache names;
  private final TokenInput bytes = new TokenInput();
  private final TokenNumber number = new TokenNumber(bytes);
  private SimpleStreamReadContext context = SimpleStreamReadContext.createRootContext(null);

  /** The next text is a name. */
  private boolean nameNext;

  /** The current text has two bytes a character. */
  private boolean isWide;

  /** The current text, if it has been made. */
  private @Nullable String text;

  TokenParser(TokenEncoding encoding) {
    super(encoding.readConstraints());
    this.names = encoding.names();
  }

  /** Starts at the first token of a message, whatever became of the last one. */
  void restart(byte[] message, int offset, int length) {
    while (!context.inRoot()) {
      context = context.clearAndGetParent();
    }
    bytes.restart(message, offset, length);
    nameNext = false;
    text = null;
    restart();
  }

  // --- tokens ---

  @Override
  public @Nullable JsonToken nextToken() {
    text = null;
    if (bytes.isAtEnd()) {
      if (!context.inRoot()) {
        throw bytes.ends();
      }
      token = null;
      return null;
    }
    int tag = bytes.tag();
    if (nameNext && tag != Tokens.END_OBJECT) {
      return name(tag);
    }
    context.valueRead();
    if (tag < Tokens.SMALL_INTEGERS) {
      number.small(tag);
      return value(JsonToken.VALUE_NUMBER_INT);
    }
    if (tag >= Tokens.WORDS) {
      shortText(tag);
      return value(JsonToken.VALUE_STRING);
    }
    return tagged(tag);
  }

  private JsonToken tagged(int tag) {
    return switch (tag) {
      case Tokens.NULL -> value(JsonToken.VALUE_NULL);
      case Tokens.FALSE -> value(JsonToken.VALUE_FALSE);
      case Tokens.TRUE -> value(JsonToken.VALUE_TRUE);
      case Tokens.START_ARRAY ->
          begin(JsonToken.START_ARRAY, context.createChildArrayContext(-1, -1));
      case Tokens.START_OBJECT ->
          begin(JsonToken.START_OBJECT, context.createChildObjectContext(-1, -1));
      case Tokens.END_ARRAY -> end(JsonToken.END_ARRAY, context.inArray());
      case Tokens.END_OBJECT -> end(JsonToken.END_OBJECT, context.inObject() && nameNext);
      case Tokens.INTEGER, Tokens.BIG_INTEGER -> {
        number.read(tag);
        yield value(JsonToken.VALUE_NUMBER_INT);
      }
      case Tokens.FLOAT, Tokens.DOUBLE, Tokens.DECIMAL -> {
        number.read(tag);
        yield value(JsonToken.VALUE_NUMBER_FLOAT);
      }
      case Tokens.LATIN, Tokens.UTF16 -> {
        streamReadConstraints().validateStringLength(longText(tag));
        yield value(JsonToken.VALUE_STRING);
      }
      default -> throw bytes.wrong("the unknown tag " + tag);
    };
  }

  private JsonToken begin(JsonToken token, SimpleStreamReadContext inner) {
    context = inner;
    streamReadConstraints().validateNestingDepth(inner.getNestingDepth());
    nameNext = token == JsonToken.START_OBJECT;
    return at(token);
  }

  private JsonToken end(JsonToken token, boolean hasBegun) {
    if (!hasBegun) {
      throw bytes.wrong(token + " where none can be");
    }
    context = context.clearAndGetParent();
    return value(token);
  }

  private JsonToken value(JsonToken token) {
    nameNext = context.inObject();
    return at(token);
  }

  private JsonToken name(int tag) {
    if (tag >= Tokens.WORDS) {
      shortText(tag);
    } else if (tag == Tokens.LATIN || tag == Tokens.UTF16) {
      streamReadConstraints().validateNameLength(longText(tag));
    } else {
      throw bytes.wrong("the tag " + tag + " where a name must be");
    }
    String name = name();
    text = name;
    context.setCurrentName(name);
    nameNext = false;
    return at(JsonToken.PROPERTY_NAME);
  }

  private void shortText(int tag) {
    if (tag < Tokens.SHORT_LATIN) {
      text = Tokens.word(tag);
      if (text == null) {
        throw bytes.wrong("the unknown word " + tag);
      }
    } else {
      isWide = false;
      bytes.take(tag - Tokens.SHORT_LATIN);
    }
  }

  /** Takes a text; how many characters it has. */
  private int longText(int tag) {
    isWide = tag == Tokens.UTF16;
    int length = bytes.length(isWide ? 2 : 1);
    bytes.take(isWide ? 2 * length : length);
    return length;
  }

  // --- strings ---

  /** The current text, which has come before, most likely. */
  String name() {
    if (text != null) {
      return text;
    }
    return isWide ? bytes.utf16() : bytes.name(names);
  }

  private String text() {
    String made = text;
    if (made == null) {
      made = isWide ? bytes.utf16() : bytes.latin();
      text = made;
    }
    return made;
  }

  @Override
  public @Nullable String currentName() {
    return token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY
        ? context.getParent().currentName()
        : context.currentName();
  }

  @Override
  public @Nullable String getString() {
    if (token == null) {
      return null;
    }
    return switch (token) {
      case VALUE_STRING, PROPERTY_NAME -> text();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number.text();
      default -> token.asString();
    };
  }

  @Override
  public char[] getStringCharacters() {
    String string = getString();
    return string == null ? new char[0] : string.toCharArray();
  }

  @Override
  public int getStringLength() {
    String string = getString();
    return string == null ? 0 : string.length();
  }

  @Override
  public int getStringOffset() {
    return 0;
  }

  @Override
  public boolean hasStringCharacters() {
    return false;
  }

  @Override
  public byte[] getBinaryValue(Base64Variant variant) {
    if (token != JsonToken.VALUE_STRING) {
      throw _constructReadException("there is no text in base 64, but %s", token);
    }
    try {
      return variant.decode(text());
    } catch (IllegalArgumentException e) {
      throw _constructReadException(e.getMessage(), e);
    }
  }

  // --- numbers ---

  private TokenNumber number() {
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw new InputCoercionException(
          this, "there is no number, but " + token, token, Number.class);
    }
    return number;
  }

  @Override
  public NumberType getNumberType() {
    return number().type();
  }

  @Override
  public NumberTypeFP getNumberTypeFP() {
    return NumberTypeFP.UNKNOWN;
  }

  @Override
  public Number getNumberValue() {
    return number().value();
  }

  @Override
  public Number getNumberValueExact() {
    return number().exact();
  }

  @Override
  public Object getNumberValueDeferred() {
    return number().isFraction() ? number.text() : number.value();
  }

  @Override
  public int getIntValue() {
    long value = getLongValue();
    if (value != (int) value) {
      throw overflow(number.text(), int.class);
    }
    return (int) value;
  }

  @Override
  public long getLongValue() {
    if (number().isLong()) {
      return number.bits();
    }
    BigInteger value = getBigIntegerValue();
    if (value.compareTo(MIN_LONG) < 0 || value.compareTo(MAX_LONG) > 0) {
      throw overflow(number.text(), long.class);
    }
    return value.longValue();
  }

  @Override
  public BigInteger getBigIntegerValue() {
    if (!number().isFraction()) {
      return number.toBigInteger();
    }
    BigDecimal value = number.toBigDecimal();
    // A scale of a thousand million would make a number of as many digits.
    streamReadConstraints().validateBigIntegerScale(value.scale());
    return value.toBigInteger();
  }

  @Override
  public float getFloatValue() {
    return number().toFloat();
  }

  @Override
  public double getDoubleValue() {
    return number().toDouble();
  }

  @Override
  public BigDecimal getDecimalValue() {
    return number().toBigDecimal();
  }

  @Override
  public boolean isNaN() {
    return false;
  }

  // --- what Jackson asks for ---

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public TokenStreamContext streamReadContext() {
    return context;
  }

  @Override
  public TokenStreamLocation currentTokenLocation() {
    return currentLocation();
  }

  @Override
  public TokenStreamLocation currentLocation() {
    return new TokenStreamLocation(ContentReference.unknown(), bytes.count(), -1, -1, -1);
  }

  @Override
  public @Nullable Object streamReadInputSource() {
    return null;
  }

  @Override
  public @Nullable Object currentValue() {
    return context.currentValue();
  }

  @Override
  public void assignCurrentValue(@Nullable Object value) {
    context.assignCurrentValue(value);
  }
}
