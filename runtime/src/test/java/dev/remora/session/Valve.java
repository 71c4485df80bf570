package dev.remora.session;

import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A link that takes as many bytes as a test lets through, and keeps them. */
final class Valve implements Link {
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private Runnable whenWritten = () -> {};
  private long room;
  private boolean closed;

  /** Lets so many more bytes through. */
  synchronized void open(long bytes) {
    room += bytes;
    notifyAll();
  }

  /** Says what happens with each write, on the thread that writes. */
  synchronized void whenWritten(Runnable action) {
    whenWritten = action;
  }

  /** What has come through. */
  synchronized byte[] taken() {
    return taken.toByteArray();
  }

  @Override
  public synchronized long write(ByteBuffer[] parts, int from, int count) throws IOException {
    if (closed) {
      throw new IOException("the link is closed");
    }
    whenWritten.run();
    long before = room;
    for (int i = from; i < from + count && room > 0; i++) {
      while (parts[i].hasRemaining() && room > 0) {
        taken.write(parts[i].get());
        room--;
      }
    }
    return before - room;
  }

  @Override
  public synchronized void awaitWritable(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (room == 0 && !closed) {
      long millis = most.isZero() ? 0 : (end - System.nanoTime()) / 1_000_000 + 1;
      if (millis < 0 || (!most.isZero() && end - System.nanoTime() <= 0)) {
        return;
      }
      wait(millis);
    }
  }

  @Override
  public Readiness newReadiness() {
    throw new UnsupportedOperationException("nothing comes back");
  }

  @Override
  public void whenReadable(Runnable listener) {
    throw new UnsupportedOperationException("nothing comes back");
  }

  @Override
  public int read(ByteBuffer target) {
    throw new UnsupportedOperationException("nothing comes back");
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
