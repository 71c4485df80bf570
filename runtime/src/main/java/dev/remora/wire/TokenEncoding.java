package dev.remora.wire;

import dev.remora.Limits;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.BufferRecycler;

/**
 * The binary encoding of frames between two Remora peers: JSON's tokens in as few bytes as they
 * need, with nothing to escape and nothing to look for; shared by all threads.
 */
public final class TokenEncoding implements Encoding {
  /** The encoding's name in the handshake. */
  public static final String NAME = "tokens";

  private final JsonEncoding text;
  private final NameCache names = new NameCache();
  private final Pool<OutgoingFrame> frames = new Pool<>();
  private final IOContext io;

  /**
   * Creates an encoding.
   *
   * @param limits what is read at most
   */
  public TokenEncoding(Limits limits) {
    this(new JsonEncoding(limits));
  }

  /**
   * Creates an encoding with the limits of another.
   *
   * @param text the JSON in which frames are shown
   */
  public TokenEncoding(JsonEncoding text) {
    this.text = text;
    this.io =
        new IOContext(
            text.readConstraints(),
            text.writeConstraints(),
            ErrorReportConfiguration.defaults(),
            new BufferRecycler(),
            ContentReference.unknown(),
            false,
            null);
  }

  /**
   * Whether a frame is in this encoding and not in JSON: a message is an array, and its first byte
   * tells ({@code docs/protocol.md#handshake}).
   *
   * @param frame a frame
   * @return true if its message begins as an array does in this encoding
   */
  public static boolean hasWritten(Frame frame) {
    return frame.length() > 0 && (frame.message()[0] & 0xFF) == Tokens.START_ARRAY;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TokenGenerator restarted(JsonGenerator before, FrameBuffer buffer) {
    TokenGenerator generator = (TokenGenerator) before;
    generator.restart();
    return generator;
  }

  @Override
  public Pool<OutgoingFrame> frames() {
    return frames;
  }

  @Override
  public TokenParser parser(Frame frame, @Nullable JsonParser used) {
    TokenParser parser = used == null ? new TokenParser(this) : (TokenParser) used;
    parser.restart(frame.message(), 0, frame.length());
    return parser;
  }

  @Override
  public String name(JsonParser parser) {
    return ((TokenParser) parser).name();
  }

  @Override
  public TokenGenerator generator(FrameBuffer buffer) {
    return new TokenGenerator(this, buffer);
  }

  @Override
  public String show(Frame frame) {
    StringWriter shown = new StringWriter();
    try (JsonParser tokens = parser(frame);
        JsonGenerator json = json().createGenerator(ObjectWriteContext.empty(), shown)) {
      tokens.nextToken();
      json.copyCurrentStructureExact(tokens);
    } catch (JacksonException e) {
      shown.append(" … ").append(e.getOriginalMessage());
    }
    return frame.withAttachments(shown.toString());
  }

  StreamReadConstraints readConstraints() {
    return text.readConstraints();
  }

  /** What is shared by generators: the limits. */
  IOContext io() {
    return io;
  }

  NameCache names() {
    return names;
  }

  JsonFactory json() {
    return text.factory();
  }
}
