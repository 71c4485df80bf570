package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.files.FileServiceStub;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frames of both round trips between two JVMs, compared with {@code docs/protocol.md}. */
final class WireTranscriptIT {
  /** The common pool may have one thread only, and these tasks wait for each other. */
  private static final Executor THREADS = task -> new Thread(task).start();

  @TempDir private Path directory;

  /** A renderer in a JVM of its own. */
  static final class Renderer {
    private Renderer() {}

    public static void main(String[] args) {
      try (RemoteContext remote = RemoteContext.builder().jsonOnly().connect(Path.of(args[0]))) {
        System.out.println(FileServiceStub.require(remote).doubleIt(2));
      }
    }
  }

  @Test
  void bothRoundTripsAreAsTheProtocolPageShowsThem() throws Exception {
    Path mains = directory.resolve("private").resolve("main.sock");
    Path wiretap = directory.resolve("private").resolve("tap.sock");
    List<String> frames = Collections.synchronizedList(new ArrayList<>());
    try (MainProcess main = TestMain.exports().listen(mains).start();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(wiretap));
      CompletableFuture<Void> tapped =
          CompletableFuture.runAsync(() -> tap(server, mains, frames), THREADS);
      Process renderer = Jvm.running(Renderer.class, wiretap.toString()).start();
      assertThat(renderer.inputReader().readLine()).isEqualTo("4");
      assertThat(renderer.waitFor()).isZero();
      tapped.get();
      assertThat(main.registry().objectCount()).isZero();
    }
    assertThat(frames.stream().map(WireTranscriptIT::withoutWhatVaries).toList())
        .isEqualTo(documented());
  }

  private static List<String> documented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "protocol.md"));
    String block =
        page.substring(page.indexOf("<!-- transcript -->"), page.indexOf("<!-- /transcript -->"));
    return block.lines().filter(line -> line.startsWith("->") || line.startsWith("<-")).toList();
  }

  private static String withoutWhatVaries(String frame) {
    return frame
        .replaceAll("\"process\":\"[^\"]*\"", "\"process\":\"…\"")
        .replaceAll("\"pid\":\\d+", "\"pid\":…")
        .replaceAll("\"[0-9a-f]{16}\"", "\"…\"");
  }

  /** Stands between a renderer and the main process, and writes down what passes. */
  private static void tap(ServerSocketChannel server, Path mains, List<String> frames) {
    try (SocketChannel renderer = server.accept();
        SocketChannel main = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      main.connect(UnixDomainSocketAddress.of(mains));
      CompletableFuture<Void> answers =
          CompletableFuture.runAsync(() -> pass("<- ", main, renderer, frames), THREADS);
      pass("-> ", renderer, main, frames);
      answers.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pass(
      String arrow, SocketChannel from, SocketChannel to, List<String> frames) {
    try {
      while (true) {
        ByteBuffer length = read(from, 4);
        ByteBuffer message = read(from, length.getInt(0));
        frames.add(arrow + StandardCharsets.UTF_8.decode(message.duplicate()));
        ByteBuffer[] parts = {length, message};
        while (message.hasRemaining()) {
          to.write(parts);
        }
      }
    } catch (EOFException e) {
      // The end of the connection is the end of the transcript.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      try {
        to.shutdownOutput();
      } catch (IOException e) {
        // The other side has gone first.
      }
    }
  }

  private static ByteBuffer read(SocketChannel from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (from.read(bytes) < 0) {
        throw new EOFException();
      }
    }
    return bytes.flip();
  }
}
