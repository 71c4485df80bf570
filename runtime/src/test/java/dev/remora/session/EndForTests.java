package dev.remora.session;

import dev.remora.Limits;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.Command;
import dev.remora.wire.Encoding;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A context without a session; its calls go nowhere. */
final class EndForTests extends ContextEnd {
  private static final JsonEncoding JSON = new JsonEncoding(Limits.defaults());

  private final Outbound closed = new Outbound(new Valve(), e -> {});
  private final OutgoingCalls calls =
      new OutgoingCalls(closed) {
        @Override
        WaitEnd await(PendingAnswer answer, Deadline deadline) {
          throw new UnsupportedOperationException("nobody waits here");
        }

        @Override
        void runElsewhere(Runnable caused) {
          caused.run();
        }
      };

  EndForTests() {
    super("1-1", new AtomicLong(), 100, "the limit of this test");
    closed.close();
  }

  @Override
  Object session() {
    return this;
  }

  @Override
  public void execute(Runnable task) {
    Workers.run(task);
  }

  @Override
  OutgoingFrame newFrame() {
    return JSON.newFrame(1 << 16);
  }

  @Override
  SpareParts spareParts() {
    return new SpareParts(JSON);
  }

  @Override
  Encoding encoding() {
    return JSON;
  }

  @Override
  ValueMapper values() {
    return new ValueMapper(JSON);
  }

  @Override
  OutgoingCalls calls() {
    return calls;
  }

  @Override
  String elements() {
    return "value";
  }

  @Override
  Command releaseCommand() {
    return Command.DEREFERENCE;
  }

  @Override
  void letGo() {}

  @Override
  @Nullable Duration defaultTimeout() {
    return null;
  }

  @Override
  public RemoteCall start(Command command, RemoteStub target, String member) {
    throw new UnsupportedOperationException("nothing is called here");
  }
}
