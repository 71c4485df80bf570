package dev.remora.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.BadArgumentsException;
import dev.remora.Limits;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/** A codec as it is generated, beside databind: the same JSON, and each reads the other's. */
final class RecordCodecTest {
  private final JsonEncoding encoding = new JsonEncoding(Limits.defaults());
  private final ValueMapper values = new ValueMapper(encoding);
  private final References references = new References() {};
  private final Subject subject = () -> "thing#1.take";

  /** A record that contains itself. */
  public record Part(
      int number,
      double weight,
      @Nullable String name,
      @Nullable List<@Nullable String> tags,
      @Nullable Map<String, Part> parts,
      @Nullable Part next) {}

  private static final class PartCodec extends RecordCodec<Part> {
    static final PartCodec CODEC = new PartCodec();

    private static final Codec<List<String>> TAGS = RecordComponents.list(Codecs.STRING);
    private static final Codec<Map<String, Part>> PARTS =
        RecordComponents.map(RecordComponents.record(Part.class, () -> PartCodec.CODEC));
    private static final Codec<Part> NEXT =
        RecordComponents.record(Part.class, () -> PartCodec.CODEC);

    private PartCodec() {
      super(
          Part.class,
          required("number"),
          required("weight"),
          component("name"),
          component("tags"),
          component("parts"),
          component("next"));
    }

    @Override
    @SuppressWarnings("NullAway") // generic types have no nullness there
    protected void writeComponents(MetaWriter to, Part value) {
      writeInt(to, 0, value.number());
      writeDouble(to, 1, value.weight());
      write(to, 2, Codecs.STRING, value.name());
      write(to, 3, TAGS, value.tags());
      write(to, 4, PARTS, value.parts());
      write(to, 5, NEXT, value.next());
    }

    @Override
    protected Part readComponents(MetaCursor from) {
      int number = 0;
      double weight = 0;
      String name = absent();
      List<String> tags = absent(TAGS);
      Map<String, Part> parts = absent(PARTS);
      Part next = absent(NEXT);
      for (long place = next(from, START); place != END; place = next(from, place)) {
        switch (componentAt(place)) {
          case 0 -> number = readInt(from);
          case 1 -> weight = readDouble(from);
          case 2 -> name = read(from, Codecs.STRING);
          case 3 -> tags = read(from, TAGS);
          case 4 -> parts = read(from, PARTS);
          case 5 -> next = read(from, NEXT);
          default -> throw unknown(place);
        }
      }
      return new Part(number, weight, name, tags, parts, next);
    }
  }

  private static final Codec<Part> DATABIND = Codecs.value(Part.class);

  static List<Part> parts() {
    Part small = new Part(-1, -0.0, "", List.of(), Map.of(), null);
    return List.of(
        small,
        new Part(Integer.MAX_VALUE, Double.NaN, null, null, null, null),
        new Part(
            7,
            Double.NEGATIVE_INFINITY,
            "\ud83d \"\\\u2028",
            Arrays.asList("a", null),
            Map.of("@meta", small),
            new Part(8, 1e300, "next", List.of("x"), null, small)));
  }

  private String written(Codec<Part> codec, Part part) {
    try (OutgoingFrame frame = encoding.newFrame(1 << 20)) {
      frame.json().writeStartArray();
      new MetaWriter(frame, references, values, subject, "value").write(codec, part);
      frame.json().writeEndArray();
      ByteBuffer bytes = ByteBuffer.allocate(frame.finish().size());
      frame.parts().forEach(bytes::put);
      return new String(bytes.array(), 4, bytes.capacity() - 4, StandardCharsets.UTF_8);
    }
  }

  private Part read(Codec<Part> codec, String json) {
    JsonParser parser = encoding.factory().createParser(ObjectReadContext.empty(), json);
    parser.nextToken();
    MetaReader reader =
        new MetaReader(new MetaCursor(parser, List.of(), references, values, subject, true));
    Part part = reader.read(codec);
    reader.end();
    return part;
  }

  private Part read(String object) {
    return read(PartCodec.CODEC, "[{\"type\":\"value\",\"value\":" + object + "}]");
  }

  @ParameterizedTest
  @MethodSource("parts")
  void theJsonIsThatOfDatabindAndEachReadsTheOthers(Part part) {
    String json = written(PartCodec.CODEC, part);
    assertThat(json).isEqualTo(written(DATABIND, part));
    assertThat(read(PartCodec.CODEC, json)).isEqualTo(part);
    assertThat(read(DATABIND, json)).isEqualTo(part);
  }

  @Test
  void componentsComeInAnyOrderAndUnknownOnesArePassedOver() {
    assertThat(read("{\"x\":{\"number\":[1]},\"weight\":1,\"name\":\"n\",\"number\":2,\"y\":null}"))
        .isEqualTo(new Part(2, 1, "n", null, null, null));
  }

  @Test
  void aPrimitiveThatDoesNotComeIsAnErrorAsWithDatabind() {
    assertThatThrownBy(() -> read("{\"number\":2}"))
        .isInstanceOf(BadArgumentsException.class)
        .hasMessageContaining("component 'weight' in argument 1 of thing#1.take")
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> read(DATABIND, "[{\"type\":\"value\",\"value\":{\"number\":2}}]"))
        .isInstanceOf(BadArgumentsException.class);
  }

  @Test
  void anErrorNamesTheInnermostComponentAndTheOneBehindItItsOwn() {
    assertThatThrownBy(() -> read("{\"next\":{\"number\":\"7\"}}"))
        .isInstanceOf(BadArgumentsException.class)
        .hasMessageContaining(
            "component 'number' in argument 1 of thing#1.take must be an int, but is the string \"7\"");
    assertThatThrownBy(() -> read("{\"next\":{\"number\":7,\"weight\":1},\"tags\":\"no list\"}"))
        .isInstanceOf(BadArgumentsException.class)
        .hasMessageContaining("component 'tags' in argument 1 of thing#1.take must be");
  }

  @Test
  void aRecordThatEndsTooEarlyIsAnError() {
    assertThatThrownBy(() -> read(PartCodec.CODEC, "[{\"type\":\"value\",\"value\":{\"number\":2"))
        .isInstanceOf(BadArgumentsException.class);
  }
}
