package dev.remora.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.Version;
import tools.jackson.core.base.GeneratorBase;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.JacksonFeatureSet;
import tools.jackson.core.util.SimpleStreamWriteContext;

/**
 * Writes the tokens of a message in one or a few bytes each ({@code docs/protocol.md#tokens}). One
 * thread.
 *
 * <p>The tokens are those that JSON would have: what is no number there is a string here too, so
 * that a value arrives the same in both encodings.
 */
final class TokenGenerator extends GeneratorBase {
  private final TokenEncoding encoding;
  private final TokenOutput out;
  private SimpleStreamWriteContext context = SimpleStreamWriteContext.createRootContext(null);

  TokenGenerator(TokenEncoding encoding, FrameBuffer buffer) {
    super(ObjectWriteContext.empty(), encoding.io(), 0);
    this.encoding = encoding;
    this.out = new TokenOutput(buffer);
  }

  /** Forgets a message that was not written to its end. */
  void restart() {
    while (!context.inRoot()) {
      context = context.clearAndGetParent();
    }
  }

  // --- structure ---

  @Override
  public JsonGenerator writeStartArray() {
    return writeStartArray(null);
  }

  @Override
  public JsonGenerator writeStartArray(@Nullable Object value) {
    beforeValue("start an array");
    context = context.createChildArrayContext(value);
    streamWriteConstraints().validateNestingDepth(context.getNestingDepth());
    out.tag(Tokens.START_ARRAY);
    return this;
  }

  @Override
  public JsonGenerator writeStartArray(@Nullable Object value, int size) {
    return writeStartArray(value);
  }

  @Override
  public JsonGenerator writeEndArray() {
    if (!context.inArray()) {
      throw misplaced("end an array");
    }
    context = context.clearAndGetParent();
    out.tag(Tokens.END_ARRAY);
    return this;
  }

  @Override
  public JsonGenerator writeStartObject() {
    return writeStartObject(null);
  }

  @Override
  public JsonGenerator writeStartObject(@Nullable Object value) {
    beforeValue("start an object");
    context = context.createChildObjectContext(value);
    streamWriteConstraints().validateNestingDepth(context.getNestingDepth());
    out.tag(Tokens.START_OBJECT);
    return this;
  }

  @Override
  public JsonGenerator writeStartObject(@Nullable Object value, int size) {
    return writeStartObject(value);
  }

  @Override
  public JsonGenerator writeEndObject() {
    if (!context.inObject()) {
      throw misplaced("end an object");
    }
    context = context.clearAndGetParent();
    out.tag(Tokens.END_OBJECT);
    return this;
  }

  @Override
  public JsonGenerator writeName(String name) {
    if (!context.writeName(name)) {
      throw misplaced("write a name");
    }
    out.text(name);
    return this;
  }

  @Override
  public JsonGenerator writePropertyId(long id) {
    return writeName(Long.toString(id));
  }

  private void beforeValue(String what) {
    if (!context.writeValue()) {
      throw misplaced(what);
    }
  }

  private JacksonException misplaced(String what) {
    return _constructWriteException(
        "Can not %s, current context is %s".formatted(what, context.typeDesc()));
  }

  // --- scalars ---

  @Override
  public JsonGenerator writeNull() {
    beforeValue(WRITE_NULL);
    out.tag(Tokens.NULL);
    return this;
  }

  @Override
  public JsonGenerator writeBoolean(boolean value) {
    beforeValue(WRITE_BOOLEAN);
    out.tag(value ? Tokens.TRUE : Tokens.FALSE);
    return this;
  }

  @Override
  public JsonGenerator writeNumber(short value) {
    return writeNumber((long) value);
  }

  @Override
  public JsonGenerator writeNumber(int value) {
    return writeNumber((long) value);
  }

  @Override
  public JsonGenerator writeNumber(long value) {
    beforeValue(WRITE_NUMBER);
    out.integer(value);
    return this;
  }

  @Override
  public JsonGenerator writeNumber(float value) {
    if (Float.isNaN(value) || Float.isInfinite(value)) {
      return writeString(Float.toString(value));
    }
    beforeValue(WRITE_NUMBER);
    out.fixed(Tokens.FLOAT, Float.floatToRawIntBits(value), 4);
    return this;
  }

  @Override
  public JsonGenerator writeNumber(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return writeString(Double.toString(value));
    }
    beforeValue(WRITE_NUMBER);
    out.fixed(Tokens.DOUBLE, Double.doubleToRawLongBits(value), 8);
    return this;
  }

  @Override
  public JsonGenerator writeNumber(@Nullable BigInteger value) {
    if (value == null) {
      return writeNull();
    }
    if (value.bitLength() < Long.SIZE) {
      return writeNumber(value.longValue());
    }
    beforeValue(WRITE_NUMBER);
    out.bigInteger(value);
    return this;
  }

  @Override
  public JsonGenerator writeNumber(@Nullable BigDecimal value) {
    if (value == null) {
      return writeNull();
    }
    int scale = value.scale();
    if (scale == 0) {
      return writeNumber(value.unscaledValue());
    }
    beforeValue(WRITE_NUMBER);
    out.decimal(scale, value.unscaledValue());
    return this;
  }

  @Override
  public JsonGenerator writeNumber(@Nullable String encoded) {
    return encoded == null ? writeNull() : writeNumber(new BigDecimal(encoded));
  }

  @Override
  public JsonGenerator writeString(@Nullable String value) {
    if (value == null) {
      return writeNull();
    }
    beforeValue(WRITE_STRING);
    out.text(value);
    return this;
  }

  @Override
  public JsonGenerator writeString(Reader reader, int length) {
    StringWriter text = new StringWriter();
    try {
      reader.transferTo(text);
    } catch (IOException e) {
      throw JacksonIOException.construct(e, this);
    }
    return writeString(text.toString());
  }

  @Override
  public JsonGenerator writeString(char[] characters, int offset, int length) {
    return writeString(new String(characters, offset, length));
  }

  @Override
  public JsonGenerator writeRawUTF8String(byte[] bytes, int offset, int length) {
    return writeUTF8String(bytes, offset, length);
  }

  @Override
  public JsonGenerator writeUTF8String(byte[] bytes, int offset, int length) {
    return writeString(new String(bytes, offset, length, StandardCharsets.UTF_8));
  }

  @Override
  public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
    byte[] part = Arrays.copyOfRange(data, offset, offset + length);
    return writeString(variant.encode(part));
  }

  @Override
  public int writeBinary(Base64Variant variant, InputStream data, int length) {
    try {
      byte[] bytes = length < 0 ? data.readAllBytes() : data.readNBytes(length);
      writeString(variant.encode(bytes));
      return bytes.length;
    } catch (IOException e) {
      throw JacksonIOException.construct(e, this);
    }
  }

  // --- raw text: its tokens, as a reader of JSON would have them ---

  @Override
  public JsonGenerator writeRawValue(String text) {
    try (JsonParser json = encoding.json().createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      copyCurrentStructureExact(json);
    }
    return this;
  }

  @Override
  public JsonGenerator writeRawValue(String text, int offset, int length) {
    return writeRawValue(text.substring(offset, offset + length));
  }

  @Override
  public JsonGenerator writeRawValue(char[] text, int offset, int length) {
    return writeRawValue(new String(text, offset, length));
  }

  @Override
  public JsonGenerator writeRaw(String text) {
    throw _constructWriteException("raw text that is no whole value cannot be sent: " + text);
  }

  @Override
  public JsonGenerator writeRaw(String text, int offset, int length) {
    return writeRaw(text.substring(offset, offset + length));
  }

  @Override
  public JsonGenerator writeRaw(char[] text, int offset, int length) {
    return writeRaw(new String(text, offset, length));
  }

  @Override
  public JsonGenerator writeRaw(char c) {
    return writeRaw(String.valueOf(c));
  }

  // --- what Jackson asks for ---

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public TokenStreamContext streamWriteContext() {
    return context;
  }

  @Override
  public Object streamWriteOutputTarget() {
    return out;
  }

  @Override
  public int streamWriteOutputBuffered() {
    return 0;
  }

  @Override
  public @Nullable Object currentValue() {
    return context.currentValue();
  }

  @Override
  public void assignCurrentValue(@Nullable Object value) {
    context.assignCurrentValue(value);
  }

  @Override
  public JacksonFeatureSet<StreamWriteCapability> streamWriteCapabilities() {
    return DEFAULT_TEXTUAL_WRITE_CAPABILITIES;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  protected void _closeInput() {}

  @Override
  protected void _releaseBuffers() {}

  @Override
  protected void _verifyValueWrite(String what) {
    beforeValue(what);
  }
}
