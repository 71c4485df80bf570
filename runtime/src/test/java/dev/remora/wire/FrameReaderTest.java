package dev.remora.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.LimitExceededException;
import dev.remora.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FrameReaderTest {
  private static final JsonEncoding JSON = new JsonEncoding(Limits.defaults());
  private static final int LIMIT = 1 << 20;

  private record Sent(String text, List<byte[]> attachments) {}

  @Test
  void framesArriveAsTheyWereWrittenHoweverTheStreamIsCut() throws IOException {
    Random random = new Random(42);
    for (int round = 0; round < 50; round++) {
      List<Sent> sent = new ArrayList<>();
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      for (int i = 0; i < 20; i++) {
        Sent frame = randomFrame(random);
        sent.add(frame);
        write(frame, stream);
      }
      FrameReader reader = new FrameReader(inPieces(stream.toByteArray(), random), LIMIT);
      for (Sent frame : sent) {
        Frame read = next(reader);
        assertThat(JSON.show(read)).startsWith("[\"" + frame.text() + "\"]");
        assertThat(read.attachments()).hasSameSizeAs(frame.attachments());
        for (int i = 0; i < frame.attachments().size(); i++) {
          assertThat(read.attachments().get(i).array()).isEqualTo(frame.attachments().get(i));
        }
      }
      assertThat(reader.isInsideFrame()).isFalse();
    }
  }

  @Test
  void aFrameThatIsCutIsSeenToBeIncomplete() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    write(new Sent("whole", List.of(new byte[9])), stream);
    byte[] whole = stream.toByteArray();
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      FrameReader reader = new FrameReader(inPieces(cut, new Random(length)), LIMIT);
      while (reader.fill() >= 0) {
        assertThat(reader.poll()).isNull();
      }
      assertThat(reader.isInsideFrame()).isTrue();
    }
  }

  @Test
  void aFrameOverTheLimitIsNotWritten() {
    OutgoingFrame frame = JSON.newFrame(1_024);
    frame.json().writeString("x".repeat(2_000));
    assertThatThrownBy(frame::finish)
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("a frame of 2002 bytes is over the limit of 1024 (Limits.maxFrameBytes)");
    frame.reset();
    frame.json().writeString("small");
    assertThat(frame.finish().parts()).hasSize(1);
  }

  @Test
  void loneSurrogatesSurvive() throws IOException {
    String text = "a\ud83d b\udc00 c\ud83d\ude00 é \u0000 \"";
    try (OutgoingFrame frame = JSON.newFrame(1_024)) {
      frame.json().writeString(text);
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      collect(frame, stream);
      Frame read = next(new FrameReader(inPieces(stream.toByteArray(), new Random(1)), LIMIT));
      try (var parser = JSON.parser(read)) {
        assertThat(parser.nextStringValue()).isEqualTo(text);
      }
    }
  }

  private static Sent randomFrame(Random random) {
    String text =
        "x".repeat(random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(50));
    List<byte[]> attachments = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      byte[] bytes = new byte[random.nextInt(5) == 0 ? random.nextInt(300_000) : random.nextInt(9)];
      random.nextBytes(bytes);
      attachments.add(bytes);
    }
    return new Sent(text, attachments);
  }

  private static void write(Sent sent, ByteArrayOutputStream stream) {
    try (OutgoingFrame frame = JSON.newFrame(LIMIT)) {
      frame.json().writeStartArray();
      frame.json().writeString(sent.text());
      frame.json().writeEndArray();
      sent.attachments().forEach(bytes -> frame.attach(ByteBuffer.wrap(bytes)));
      collect(frame, stream);
    }
  }

  private static void collect(OutgoingFrame frame, ByteArrayOutputStream stream) {
    for (ByteBuffer part : frame.finish().parts()) {
      stream.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
    }
  }

  /** Gives the bytes in pieces of random size, and nothing now and then. */
  private static ByteSource inPieces(byte[] bytes, Random random) {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    return target -> {
      if (!left.hasRemaining()) {
        return -1;
      }
      int most = random.nextInt(4) == 0 ? random.nextInt(100_000) : random.nextInt(8);
      int count = Math.min(most, Math.min(left.remaining(), target.remaining()));
      target.put(left.slice(left.position(), count));
      left.position(left.position() + count);
      return count;
    };
  }

  private static Frame next(FrameReader reader) throws IOException {
    Frame frame = reader.poll();
    while (frame == null) {
      assertThat(reader.fill()).isGreaterThanOrEqualTo(0);
      frame = reader.poll();
    }
    return frame;
  }
}
