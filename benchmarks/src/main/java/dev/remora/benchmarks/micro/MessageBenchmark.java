package dev.remora.benchmarks.micro;

import dev.remora.Limits;
import dev.remora.benchmarks.Sample;
import dev.remora.benchmarks.Service;
import dev.remora.benchmarks.ServiceDispatcher;
import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.Exported;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.MetaWriter;
import dev.remora.stub.References;
import dev.remora.stub.Reply;
import dev.remora.stub.Subject;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.Encoding;
import dev.remora.wire.Frame;
import dev.remora.wire.FrameReader;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import dev.remora.wire.TokenEncoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** What messages cost within one process: to encode, to decode, and to dispatch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MessageBenchmark {
  private static final int MAX_BYTES = 1 << 20;
  private static final Codec<Sample> SAMPLE = Codecs.value(Sample.class);

  /** The encoding of the messages. */
  @Param({"tokens", "json"})
  public String encodingName = "";

  private final References references = new References() {};
  private final Subject subject = () -> "the benchmark";
  private final Sample sample = Sample.example();
  private @Nullable JsonParser parser;
  private final Exported<Service> service = ServiceDispatcher.of(new Service());
  private Encoding encoding = new TokenEncoding(Limits.defaults());
  private ValueMapper values = new ValueMapper(new JsonEncoding(Limits.defaults()));
  private byte[] call = {};
  private byte[] record = {};

  /** Makes the messages that are read. */
  @Setup
  public void prepare() {
    JsonEncoding json = new JsonEncoding(Limits.defaults());
    encoding = encodingName.equals("json") ? json : new TokenEncoding(Limits.defaults());
    values = new ValueMapper(json);
    try (OutgoingFrame frame = writeCall()) {
      call = bytes(frame);
    }
    try (OutgoingFrame frame = writeRecord()) {
      record = bytes(frame);
    }
  }

  private OutgoingFrame writeCall() {
    OutgoingFrame frame = startCall("doubleIt");
    new MetaWriter(frame, references, values, subject, "value").writeInt(21);
    return endCall(frame);
  }

  private OutgoingFrame writeRecord() {
    OutgoingFrame frame = startCall("echo");
    new MetaWriter(frame, references, values, subject, "value").write(SAMPLE, sample);
    return endCall(frame);
  }

  private OutgoingFrame startCall(String member) {
    OutgoingFrame frame = encoding.newFrame(MAX_BYTES);
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString("MEMBER_CALL");
    json.writeNumber(4711);
    json.writeString("1-1");
    json.writeNumber(1);
    json.writeString(member);
    json.writeStartArray();
    return frame;
  }

  private static OutgoingFrame endCall(OutgoingFrame frame) {
    frame.json().writeEndArray();
    frame.json().writeEndArray();
    return frame.finish();
  }

  private static byte[] bytes(OutgoingFrame frame) {
    ByteBuffer bytes = ByteBuffer.allocate(frame.size());
    frame.parts().forEach(bytes::put);
    return bytes.array();
  }

  private static Frame read(byte[] bytes) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    FrameReader reader =
        new FrameReader(
            target -> {
              int count = source.remaining();
              target.put(source);
              return count;
            },
            MAX_BYTES);
    reader.fill();
    return Objects.requireNonNull(reader.poll());
  }

  /** Writes a call of {@code doubleIt}. */
  @Benchmark
  public int encodeCall() {
    try (OutgoingFrame frame = writeCall()) {
      return frame.size();
    }
  }

  /** Writes a record by databind, as a value that has no codec of its own is written. */
  @Benchmark
  public int encodeByDatabind() {
    try (OutgoingFrame frame = writeRecord()) {
      return frame.size();
    }
  }

  /** Cuts a call of {@code doubleIt} out of the stream, calls the member and writes the answer. */
  @Benchmark
  public int dispatchCall() throws Throwable {
    return dispatch(call);
  }

  /** The same with a record of ten fields and twenty strings, which is echoed. */
  @Benchmark
  public int dispatchRecord() throws Throwable {
    return dispatch(record);
  }

  private int dispatch(byte[] message) throws Throwable {
    Frame frame = read(message);
    JsonParser json = encoding.parser(frame, parser);
    parser = json;
    json.nextToken();
    json.nextToken();
    String command = encoding.name(json);
    json.nextToken();
    long id = json.getLongValue();
    json.nextToken();
    json.nextToken();
    json.nextToken();
    String member = encoding.name(json);
    json.nextToken();
    MetaReader arguments =
        new MetaReader(
            new MetaCursor(json, frame.attachments(), references, values, subject, true));
    try (OutgoingFrame answer = encoding.newFrame(MAX_BYTES)) {
      answer.json().writeStartArray();
      answer.json().writeString(command);
      answer.json().writeNumber(id);
      Reply reply = new Reply(answer, references, values, subject);
      service.dispatcher().memberCall(service.object(), member, arguments, reply);
      answer.json().writeEndArray();
      return answer.finish().size();
    }
  }
}
