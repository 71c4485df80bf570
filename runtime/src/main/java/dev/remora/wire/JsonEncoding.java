package dev.remora.wire;

import dev.remora.Limits;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON encoding of frames, with the limits of one side; shared by all threads.
 *
 * <p>Its factory is made by the first that needs it: where both peers speak tokens nobody may, and
 * making it is a fifth of a renderer's start ({@code docs/performance.md}).
 */
public final class JsonEncoding implements Encoding {
  /** The encoding's name in the handshake. */
  public static final String NAME = "json";

  private final StreamReadConstraints readConstraints;
  private final StreamWriteConstraints writeConstraints;
  private volatile @Nullable JsonFactory factory;
  private final Pool<OutgoingFrame> frames = new Pool<>();

  /**
   * Creates an encoding.
   *
   * @param limits what is read at most; Jackson's own defaults are too high for some of it and too
   *     low for the rest
   */
  public JsonEncoding(Limits limits) {
    this.readConstraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.maxNesting())
            .maxStringLength(limits.maxStringLength())
            .maxNumberLength(limits.maxStringLength())
            .maxNameLength(limits.maxStringLength())
            .maxDocumentLength(limits.maxFrameBytes())
            .build();
    this.writeConstraints =
        StreamWriteConstraints.builder().maxNestingDepth(limits.maxNesting()).build();
  }

  /**
   * The factory behind generators and parsers, for databind.
   *
   * @return the factory, always the same
   */
  public JsonFactory factory() {
    JsonFactory made = factory;
    return made == null ? madeFactory() : made;
  }

  private synchronized JsonFactory madeFactory() {
    JsonFactory made = factory;
    if (made == null) {
      made =
          JsonFactory.builder()
              .streamReadConstraints(readConstraints)
              .streamWriteConstraints(writeConstraints)
              .characterEscapes(new SurrogateEscapes())
              // A frame that is given up half-way is closed to give its buffers back, not to be
              // completed.
              .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
              // One generator writes many messages, each into a frame of its own.
              .rootValueSeparator((String) null)
              .build();
      factory = made;
    }
    return made;
  }

  StreamReadConstraints readConstraints() {
    return readConstraints;
  }

  StreamWriteConstraints writeConstraints() {
    return writeConstraints;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public JsonGenerator restarted(JsonGenerator before, FrameBuffer buffer) {
    before.close();
    return generator(buffer);
  }

  @Override
  public Pool<OutgoingFrame> frames() {
    return frames;
  }

  @Override
  public JsonGenerator generator(FrameBuffer buffer) {
    return factory().createGenerator(ObjectWriteContext.empty(), buffer);
  }

  @Override
  public JsonParser parser(Frame frame, @Nullable JsonParser used) {
    if (used != null) {
      // It gives its buffers back.
      used.close();
    }
    return factory().createParser(ObjectReadContext.empty(), frame.message(), 0, frame.length());
  }

  @Override
  public String name(JsonParser parser) {
    return parser.getString();
  }

  @Override
  public String show(Frame frame) {
    return frame.withAttachments(
        new String(frame.message(), 0, frame.length(), StandardCharsets.UTF_8));
  }
}
