package dev.remora.main;

import dev.remora.log.LateLogger;
import dev.remora.session.Gate;
import dev.remora.session.Hello;
import dev.remora.transport.Listener;
import dev.remora.transport.ParentSocket;
import dev.remora.transport.UnixSocket;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The children of a main process: a socket of their own in a private directory, and a token for
 * each. {@link #spawn} adds a child, its end removes it. Any thread.
 */
final class ChildProcesses implements AutoCloseable {
  private static final LateLogger LOG = new LateLogger(ChildProcesses.class);
  private static final int TOKEN_BYTES = 16;
  private static final long END_SECONDS = 5;

  private final BiConsumer<Listener, Gate> listen;
  private final Map<String, RendererProcess> byToken = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private @Nullable Path directory;
  private boolean closed;

  /** Nothing listens before the first child: without children there is no second socket. */
  ChildProcesses(BiConsumer<Listener, Gate> listen) {
    this.listen = listen;
  }

  RendererProcess spawn(ProcessBuilder builder) throws IOException {
    Path socket = socket();
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    RendererProcess child = new RendererProcess();
    // Announced before it is started: a child may connect before start() returns.
    byToken.put(token, child);
    try {
      child.started(start(builder, new ParentSocket(socket, token)));
    } catch (IOException | RuntimeException e) {
      byToken.remove(token);
      throw e;
    }
    CompletableFuture<Integer> unused =
        child.onExit().whenComplete((code, failure) -> ended(token, child, code));
    return child;
  }

  /** Starts the child; the caller's builder, which may be used again, keeps its environment. */
  private static Process start(ProcessBuilder builder, ParentSocket parent) throws IOException {
    Map<String, String> environment = builder.environment();
    Map<String, String> before = Map.copyOf(environment);
    parent.putInto(environment);
    try {
      return builder.start();
    } finally {
      environment.clear();
      environment.putAll(before);
    }
  }

  private void ended(String token, RendererProcess child, @Nullable Integer code) {
    byToken.remove(token);
    Level level = code != null && code == 0 ? Level.DEBUG : Level.WARNING;
    LOG.get().log(level, "{0} ended with exit code {1}", child, code);
  }

  private synchronized Path socket() throws IOException {
    if (closed) {
      throw new IllegalStateException("the main process is closed");
    }
    Path made = directory;
    if (made == null) {
      made = Files.createTempDirectory("remora");
      try {
        listen.accept(UnixSocket.listen(made.resolve("main.sock")), this::refusalOf);
      } catch (RuntimeException e) {
        remove(made);
        throw e;
      }
      directory = made;
    }
    return made.resolve("main.sock");
  }

  private @Nullable String refusalOf(Hello hello) {
    return childOf(hello) == null ? "this socket is for child processes with their token" : null;
  }

  private @Nullable RendererProcess childOf(Hello hello) {
    String token = hello.token();
    if (token != null) {
      for (Map.Entry<String, RendererProcess> entry : byToken.entrySet()) {
        if (Gate.matches(entry.getKey(), token)) {
          return entry.getValue();
        }
      }
    }
    return null;
  }

  /** A context opens, perhaps a child's; false if it is that of a child which has ended. */
  boolean connected(RendererContext context) {
    RendererProcess child = childOf(context.hello());
    return child == null || child.connected(context);
  }

  /** A context has ended, perhaps a child's. */
  void disconnected(RendererContext context) {
    RendererProcess child = childOf(context.hello());
    if (child != null) {
      child.disconnected();
    }
  }

  /** Waits for the children, whose connections are closed, and ends those that go on. */
  @Override
  public void close() {
    Path made;
    synchronized (this) {
      closed = true;
      made = directory;
    }
    CompletableFuture<?> all =
        CompletableFuture.allOf(
            byToken.values().stream()
                .map(RendererProcess::onExit)
                .toArray(CompletableFuture<?>[]::new));
    awaitOr(all, RendererProcess::destroy);
    awaitOr(all, RendererProcess::destroyForcibly);
    if (made != null) {
      remove(made);
    }
  }

  private static void remove(Path made) {
    try {
      Files.deleteIfExists(made);
    } catch (IOException e) {
      LOG.get().log(Level.WARNING, "removing " + made, e);
    }
  }

  private void awaitOr(CompletableFuture<?> all, Consumer<RendererProcess> otherwise) {
    try {
      all.get(END_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      byToken.values().forEach(otherwise);
    } catch (InterruptedException e) {
      byToken.values().forEach(RendererProcess::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
