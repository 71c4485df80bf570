package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** A link for whose operations there is no memory as often as a test says. Any thread. */
final class ScarceLink implements Link {
  private final Link link;

  /** How many bytes are read before the failures of reading begin. */
  private int before;

  private final Map<Operation, Integer> failures = new EnumMap<>(Operation.class);

  ScarceLink(Link link) {
    this.link = link;
  }

  /** What there may be no memory for. */
  enum Operation {
    READ,
    WRITE,
    WATCH
  }

  /** Lets the next so many operations of a kind fail. */
  synchronized void fail(Operation operation, int times) {
    failures.put(operation, times);
  }

  /** Lets the reading fail once, after so many more bytes. */
  synchronized void failToReadAfter(int bytes) {
    before = bytes;
    fail(Operation.READ, 1);
  }

  /** How many are still to fail. */
  synchronized int left(Operation operation) {
    return failures.getOrDefault(operation, 0);
  }

  private synchronized void use(Operation operation) {
    int left = left(operation);
    if (left > 0) {
      failures.put(operation, left - 1);
      throw new OutOfMemoryError("the test says so");
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    synchronized (this) {
      if (before > 0) {
        int limit = target.limit();
        target.limit(target.position() + Math.min(before, target.remaining()));
        int count = link.read(target);
        target.limit(limit);
        before -= count;
        return count;
      }
    }
    use(Operation.READ);
    return link.read(target);
  }

  @Override
  public long write(ByteBuffer[] parts, int from, int count) throws IOException {
    use(Operation.WRITE);
    return link.write(parts, from, count);
  }

  @Override
  public void awaitWritable(Duration most) throws IOException, InterruptedException {
    link.awaitWritable(most);
  }

  @Override
  public Readiness newReadiness() throws IOException {
    return link.newReadiness();
  }

  @Override
  public void whenReadable(Runnable listener) {
    use(Operation.WATCH);
    link.whenReadable(listener);
  }

  @Override
  public void close() {
    link.close();
  }
}
