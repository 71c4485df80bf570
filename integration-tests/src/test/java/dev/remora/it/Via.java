package dev.remora.it;

import dev.remora.Limits;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How a contract test reaches the main process. Each way is opened once and shared by all tests: a
 * test that disturbs it disturbs the others.
 */
enum Via {
  /** Through memory. */
  IN_PROCESS {
    @Override
    Supplier<RemoteContext> open() {
      MainProcess main = TestMain.exports().start();
      return () -> CONNECTION.connect(main);
    }
  },

  /** Through a socket, in this JVM. */
  SOCKET {
    @Override
    Supplier<RemoteContext> open() {
      Path socket = Sockets.unused();
      MainProcess main = TestMain.exports().listen(socket).start();
      Runtime.getRuntime().addShutdownHook(new Thread(main::close));
      return () -> CONNECTION.connect(socket);
    }
  },

  /** Through a socket, in this JVM, in frames that a person can read. */
  SOCKET_JSON {
    @Override
    Supplier<RemoteContext> open() {
      Path socket = Sockets.unused();
      MainProcess main = TestMain.exports().listen(socket).start();
      Runtime.getRuntime().addShutdownHook(new Thread(main::close));
      return () -> JSON.connect(socket);
    }
  },

  /** Through a socket, to another JVM. */
  SECOND_JVM {
    @Override
    Supplier<RemoteContext> open() throws IOException {
      Path socket = Sockets.unused();
      Process main = Jvm.running(TestMain.class, socket.toString()).start();
      Sockets.endWithThisJvm(main);
      BufferedReader output =
          new BufferedReader(new InputStreamReader(main.getInputStream(), StandardCharsets.UTF_8));
      String line = output.readLine();
      if (!"ready true".equals(line)) {
        throw new IOException("the main process said " + line);
      }
      return () -> CONNECTION.connect(socket);
    }
  };

  private static final RemoteContext.Builder CONNECTION = nesting();

  private static final RemoteContext.Builder JSON = nesting().jsonOnly();

  private static final Map<Via, RemoteContext> SHARED = new ConcurrentHashMap<>();

  private static final Map<Via, Supplier<RemoteContext>> OPENED = new ConcurrentHashMap<>();

  /** Starts a main process, and gives the way to connect to it. */
  abstract Supplier<RemoteContext> open() throws IOException;

  private static RemoteContext.Builder nesting() {
    return RemoteContext.builder().limits(Limits.defaults().withMaxCallDepth(1_200));
  }

  /** The context that all tests share. */
  RemoteContext remote() {
    return SHARED.computeIfAbsent(this, Via::connect);
  }

  /** A context of the test's own, to the same main process. */
  RemoteContext connect() {
    return OPENED.computeIfAbsent(this, Via::opened).get();
  }

  private static Supplier<RemoteContext> opened(Via via) {
    try {
      return via.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
