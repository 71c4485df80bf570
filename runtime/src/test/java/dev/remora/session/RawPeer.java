package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.Limits;
import dev.remora.transport.Link;
import dev.remora.transport.Readiness;
import dev.remora.wire.Frame;
import dev.remora.wire.FrameReader;
import dev.remora.wire.JsonEncoding;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A peer that says whatever a test wants, byte by byte, and shows what it is answered. */
final class RawPeer implements AutoCloseable {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private static final JsonEncoding JSON = new JsonEncoding(Limits.defaults());

  private final Link link;
  private final FrameReader reader;
  private final Readiness readiness;

  RawPeer(Link link) throws IOException {
    this.link = link;
    this.reader = new FrameReader(link, Limits.defaults().maxFrameBytes());
    this.readiness = link.newReadiness();
  }

  /** A hello that is accepted where no token is required. */
  static String hello() {
    return """
        ["HELLO",{"protocol":1,"encodings":["json"],"dialect":"remora","process":"raw","pid":1}]""";
  }

  /**
   * Has a renderer open a session with this peer, which answers its hello.
   *
   * @throws Exception what opening fails with
   */
  RendererSession welcome(Link renderer, Hello hello, RendererOptions options, String answer)
      throws Exception {
    CompletableFuture<RendererSession> opened =
        CompletableFuture.supplyAsync(
            () -> RendererSession.open(renderer, hello, options), task -> new Thread(task).start());
    assertThat(receive()).startsWith("[\"HELLO\"");
    send(answer);
    try {
      return opened.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  /** Sends a message in a frame. */
  RawPeer send(String message) throws IOException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    return sendBytes(ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array());
  }

  /** Sends bytes that need not be a frame. */
  RawPeer sendBytes(byte[] bytes) throws IOException {
    try {
      link.writeAll(ByteBuffer.wrap(bytes));
    } catch (InterruptedException e) {
      throw (IOException) new InterruptedIOException().initCause(e);
    }
    return this;
  }

  /** Waits for the next frame but for hints and questions; null at the end of the stream. */
  @Nullable String receive() throws IOException {
    String frame = receiveAny();
    while (frame != null && (frame.startsWith("[\"PRESSURE\"") || frame.equals("[\"PING\"]"))) {
      frame = receiveAny();
    }
    return frame;
  }

  /** Waits for the next frame; null at the end of the stream. */
  @Nullable String receiveAny() throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Frame frame = reader.poll();
      if (frame != null) {
        return JSON.show(frame);
      }
      int count = reader.fill();
      if (count < 0) {
        return null;
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("no answer within " + Duration.ofNanos(PATIENCE_NANOS));
      }
      if (count == 0) {
        await();
      }
    }
  }

  private void await() throws IOException {
    try {
      readiness.await(Duration.ofNanos(PATIENCE_NANOS));
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  /** Sends a message and waits for what comes back. */
  String ask(String message) throws IOException {
    return String.valueOf(send(message).receive());
  }

  @Override
  public void close() {
    link.close();
  }
}
