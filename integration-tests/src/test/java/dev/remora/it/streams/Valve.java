package dev.remora.it.streams;

import dev.remora.annotation.RemoteModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Streams that wait, and users of streams that do not wait for a call. */
@RemoteModule
public class Valve {
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong written = new AtomicLong();
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch reading = new CountDownLatch(1);

  /** How many of the streams that were given are open. */
  public int open() {
    return open.get();
  }

  /** Bytes. */
  public InputStream bytes(int size) {
    return new Contents.Bytes(open, size, -1);
  }

  /** One that crosses, and one that does not. */
  @SuppressWarnings("NullAway") // that is what is tested
  public List<InputStream> torn() {
    return Arrays.asList(bytes(1), null);
  }

  /** A stream that comes when the valve is opened, and not before. */
  public InputStream late() {
    InputStream late = bytes(1);
    reading.countDown();
    while (true) {
      try {
        opened.await();
        return late;
      } catch (InterruptedException e) {
        // It takes as long as it takes.
      }
    }
  }

  /** A stream that has nothing before the valve is opened. */
  public InputStream waiting() {
    open.incrementAndGet();
    return new InputStream() {
      @Override
      public int read() throws IOException {
        reading.countDown();
        try {
          opened.await();
        } catch (InterruptedException e) {
          throw new IOException("interrupted", e);
        }
        return 7;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        bytes[offset] = (byte) read();
        return 1;
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }

  /** Waits until the stream that waits is read, or the one that comes late is there. */
  public void awaitReading() throws InterruptedException {
    reading.await();
  }

  /** Lets go what waits. */
  public void openValve() {
    opened.countDown();
  }

  /** Writes, chunk by chunk, as fast as the stream takes it. */
  public void pump(OutputStream out, int count) throws IOException {
    byte[] some = new byte[1_000];
    for (int i = 0; i < count; i++) {
      out.write(some);
      written.addAndGet(some.length);
    }
  }

  /** How much the stream has taken so far. */
  public long written() {
    return written.get();
  }

  /** Reads a byte on a thread of main's own. */
  public CompletableFuture<Integer> readElsewhere(InputStream in) {
    CompletableFuture<Integer> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(in.read());
              } catch (IOException e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  /** Tells a listener something, from a thread of main's own. */
  public void tell(Consumer<String> listener, String what) {
    new Thread(() -> listener.accept(what)).start();
  }

  /** Does nothing with it. */
  public void ignore(InputStream in) {}
}
