package dev.remora.it.reliability;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a renderer and main, and cuts both connections after so many bytes. */
final class FaultProxy implements AutoCloseable {
  /** Where bytes go. */
  enum Direction {
    TO_MAIN,
    TO_RENDERER
  }

  private static final long NEVER = Long.MAX_VALUE;

  private final Path socket;
  private final ServerSocketChannel server;
  private final Direction cutDirection;
  private final long cutAfter;
  private final Map<Direction, AtomicLong> passed = new EnumMap<>(Direction.class);

  /** A proxy that cuts nothing. */
  FaultProxy(Path main, Path socket) throws IOException {
    this(main, socket, Direction.TO_MAIN, NEVER);
  }

  FaultProxy(Path main, Path socket, Direction direction, long cutAfter) throws IOException {
    this.socket = socket;
    this.cutDirection = direction;
    this.cutAfter = cutAfter;
    for (Direction each : Direction.values()) {
      passed.put(each, new AtomicLong());
    }
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    start(() -> accept(main));
  }

  Path socket() {
    return socket;
  }

  long passed(Direction direction) {
    return count(direction).get();
  }

  private AtomicLong count(Direction direction) {
    return Objects.requireNonNull(passed.get(direction));
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // Cut, by either side or by this.
              }
            },
            "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(Path main) throws IOException {
    SocketChannel renderer = server.accept();
    SocketChannel upstream = SocketChannel.open(UnixDomainSocketAddress.of(main));
    start(() -> pass(upstream, renderer, Direction.TO_RENDERER));
    pass(renderer, upstream, Direction.TO_MAIN);
  }

  private void pass(SocketChannel from, SocketChannel to, Direction direction) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4_096);
    AtomicLong count = count(direction);
    try (from;
        to) {
      while (true) {
        long left = direction == cutDirection ? cutAfter - count.get() : NEVER;
        if (left == 0) {
          return;
        }
        bytes.clear().limit((int) Math.min(bytes.capacity(), left));
        if (from.read(bytes) < 0) {
          return;
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
          count.addAndGet(to.write(bytes));
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
