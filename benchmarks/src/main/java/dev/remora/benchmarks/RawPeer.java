package dev.remora.benchmarks;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;

/**
 * The limit: bytes to and fro over a bare socket with blocking reads, and nothing else.
 *
 * <p>The first byte of a message says what the server does, the next four how many bytes follow; it
 * sends them back. So each work moves as many bytes as its call would at least.
 */
final class RawPeer implements Peer {
  private static final int HEAD = 5;
  private static final int CALL_BYTES = 64;
  private static final byte ECHO = 0;
  private static final byte CALL_BACK = 1;
  private static final byte POST = 2;
  private static final byte SLEEP = 3;

  private final SocketAddress address;
  private final Waiting waiting;
  private final SocketChannel channel;
  private final ByteBuffer small = ByteBuffer.allocateDirect(CALL_BYTES);
  private final ByteBuffer record = ByteBuffer.allocateDirect(HEAD + Sample.exampleBytes());
  private ByteBuffer large = ByteBuffer.allocateDirect(0);

  RawPeer(SocketAddress address, Waiting waiting) throws IOException {
    this.address = address;
    this.waiting = waiting;
    this.channel = open(address, waiting);
  }

  static SocketAddress unix(Path socket) {
    return UnixDomainSocketAddress.of(socket);
  }

  static SocketAddress tcp(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static SocketChannel open(SocketAddress address, Waiting waiting) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    if (address instanceof InetSocketAddress) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
    waiting.prepare(channel);
    return channel;
  }

  /** Serves each connection by a thread of its own. */
  static Closeable serve(SocketAddress address, Waiting waiting) throws IOException {
    ServerSocketChannel server =
        address instanceof InetSocketAddress
            ? ServerSocketChannel.open()
            : ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(address);
    Thread acceptor =
        new Thread(
            () -> {
              try {
                while (true) {
                  SocketChannel accepted = server.accept();
                  if (address instanceof InetSocketAddress) {
                    accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
                  }
                  waiting.prepare(accepted);
                  daemon(() -> serve(accepted, waiting));
                }
              } catch (IOException e) {
                // The server was closed.
              }
            });
    acceptor.setDaemon(true);
    acceptor.start();
    return server;
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  /** Reads whatever is there, and answers each whole message in it; all of them by one write. */
  private static void serve(SocketChannel channel, Waiting waiting) {
    ByteBuffer in = ByteBuffer.allocateDirect(2 << 20);
    try (channel) {
      while (waiting.read(channel, in) >= 0) {
        in.flip();
        int whole = wholeMessages(in);
        if (whole > 0) {
          int limit = in.limit();
          byte kind = in.get(in.position());
          in.limit(in.position() + whole);
          act(channel, waiting, kind, in);
          in.limit(limit);
        }
        in.compact();
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static int wholeMessages(ByteBuffer in) {
    int whole = 0;
    while (in.remaining() - whole >= HEAD) {
      int length = HEAD + in.getInt(in.position() + whole + 1);
      if (in.remaining() - whole < length) {
        break;
      }
      whole += length;
    }
    return whole;
  }

  private static void act(SocketChannel channel, Waiting waiting, byte kind, ByteBuffer message)
      throws IOException {
    switch (kind) {
      case CALL_BACK -> {
        int start = message.position();
        write(channel, message);
        message.position(start);
        read(channel, waiting, message);
        message.position(start);
        write(channel, message);
      }
      case POST -> {
        int count = message.getInt(message.position() + HEAD);
        int pause = message.getInt(message.position() + HEAD + 4);
        message.position(message.limit());
        Service.startPosting(poster(channel), count, pause);
      }
      case SLEEP -> {
        Service.sleepFor(message.getInt(message.position() + HEAD));
        write(channel, message);
      }
      default -> write(channel, message);
    }
  }

  private static LongConsumer poster(SocketChannel channel) {
    ByteBuffer event = ByteBuffer.allocateDirect(CALL_BYTES);
    return time -> {
      event.clear();
      event.putLong(0, time);
      try {
        write(channel, event);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void read(SocketChannel channel, Waiting waiting, ByteBuffer bytes)
      throws IOException {
    while (bytes.hasRemaining()) {
      if (waiting.read(channel, bytes) < 0) {
        throw new EOFException();
      }
    }
  }

  private static ByteBuffer message(ByteBuffer bytes, byte kind) {
    bytes.clear();
    bytes.put(0, kind).putInt(1, bytes.capacity() - HEAD);
    return bytes;
  }

  private synchronized void exchange(ByteBuffer bytes) throws IOException {
    write(channel, bytes);
    bytes.flip();
    read(channel, waiting, bytes);
  }

  @Override
  public int doubleIt(int x) throws IOException {
    exchange(message(small, ECHO).putInt(HEAD, x));
    return 2 * small.getInt(HEAD);
  }

  @Override
  public Sample echo(Sample sample) throws IOException {
    exchange(message(record, ECHO));
    return sample;
  }

  @Override
  public byte[] echo(byte[] bytes) throws IOException {
    if (large.capacity() != HEAD + bytes.length) {
      large = ByteBuffer.allocateDirect(HEAD + bytes.length);
    }
    // In turns: who writes a megabyte and does not read would wait for a server that does the same.
    exchange(message(large, ECHO));
    return bytes;
  }

  @Override
  public boolean exchange(int count) throws IOException {
    if (large.capacity() != count * CALL_BYTES) {
      large = ByteBuffer.allocateDirect(count * CALL_BYTES);
    }
    large.clear();
    for (int i = 0; i < count; i++) {
      large.put(i * CALL_BYTES, ECHO).putInt(i * CALL_BYTES + 1, CALL_BYTES - HEAD);
    }
    exchange(large);
    return true;
  }

  @Override
  public int nested(IntUnaryOperator callback, int x) throws IOException {
    exchange(message(small, CALL_BACK).putInt(HEAD, x));
    int result = callback.applyAsInt(small.getInt(HEAD));
    exchange(small.clear());
    return result;
  }

  @Override
  public void listen(LongConsumer listener, int count, int pauseMicros) throws IOException {
    SocketChannel events = open(address, waiting);
    ByteBuffer request = message(ByteBuffer.allocateDirect(CALL_BYTES), POST);
    write(events, request.putInt(HEAD, count).putInt(HEAD + 4, pauseMicros));
    daemon(
        () -> {
          ByteBuffer event = ByteBuffer.allocateDirect(CALL_BYTES);
          try (events) {
            for (int i = 0; i < count; i++) {
              read(events, waiting, event.clear());
              listener.accept(event.getLong(0));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
