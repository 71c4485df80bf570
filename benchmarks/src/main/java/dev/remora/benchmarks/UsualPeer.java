package dev.remora.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one writes by hand: a thread that reads, a future for each call, a pool for the handlers,
 * and Jackson databind.
 */
final class UsualPeer implements Peer {
  private static final JsonMapper JSON = new JsonMapper();

  private final SocketChannel channel;
  private final DataOutputStream out;
  private final AtomicLong ids = new AtomicLong();
  private final ConcurrentMap<Long, CompletableFuture<Message>> pending = new ConcurrentHashMap<>();
  private volatile LongConsumer listener = posted -> {};

  /** A request or an answer; or an event, whose id is the time at which it was posted. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Message(
      long id, String method, int number, @Nullable Sample sample, byte @Nullable [] bytes) {}

  UsualPeer(Path socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    out = out(channel);
    DataInputStream in = in(channel);
    daemon(
        () -> {
          while (true) {
            Message answer = read(in);
            if (answer.method().equals("event")) {
              // By the thread that reads: a pool would wake another one.
              listener.accept(answer.id());
              continue;
            }
            CompletableFuture<Message> waiting = pending.remove(answer.id());
            if (waiting != null) {
              waiting.complete(answer);
            }
          }
        });
  }

  private interface Loop {
    void run() throws IOException;
  }

  private static void daemon(Loop loop) {
    Thread thread =
        new Thread(
            () -> {
              try {
                loop.run();
              } catch (IOException e) {
                // The other side has gone.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  static Closeable serve(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    ExecutorService pool =
        Executors.newFixedThreadPool(
            16,
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });
    daemon(
        () -> {
          while (true) {
            SocketChannel accepted = server.accept();
            DataInputStream in = in(accepted);
            DataOutputStream out = out(accepted);
            daemon(
                () -> {
                  while (true) {
                    Message request = read(in);
                    pool.execute(() -> answer(request, out));
                  }
                });
          }
        });
    return server;
  }

  private static void answer(Message request, DataOutputStream out) {
    Service service = new Service();
    int number = 0;
    switch (request.method()) {
      case "doubleIt" -> number = service.doubleIt(request.number());
      case "sleep" -> service.sleep(request.number());
      case "post" -> Service.startPosting(poster(out), request.number(), Work.EVENT_PAUSE_MICROS);
      default -> {}
    }
    try {
      write(out, new Message(request.id(), "answer", number, request.sample(), request.bytes()));
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static LongConsumer poster(DataOutputStream out) {
    return posted -> {
      try {
        write(out, new Message(posted, "event", 0, null, null));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static DataInputStream in(SocketChannel channel) {
    return new DataInputStream(
        new BufferedInputStream(Channels.newInputStream(new ReadHalf(channel))));
  }

  private static DataOutputStream out(SocketChannel channel) {
    return new DataOutputStream(
        new BufferedOutputStream(Channels.newOutputStream(new WriteHalf(channel))));
  }

  private static Message read(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return JSON.readValue(bytes, Message.class);
  }

  private static void write(DataOutputStream out, Message message) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(message);
    synchronized (out) {
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
    }
  }

  private CompletableFuture<Message> call(
      String method, int number, @Nullable Sample sample, byte @Nullable [] bytes)
      throws IOException {
    CompletableFuture<Message> answer = new CompletableFuture<>();
    long id = ids.incrementAndGet();
    pending.put(id, answer);
    write(out, new Message(id, method, number, sample, bytes));
    return answer;
  }

  @Override
  public int doubleIt(int x) throws Exception {
    return call("doubleIt", x, null, null).get().number();
  }

  @Override
  public Sample echo(Sample sample) throws Exception {
    return Objects.requireNonNull(call("echo", 0, sample, null).get().sample());
  }

  @Override
  public byte[] echo(byte[] bytes) throws Exception {
    return Objects.requireNonNull(call("echo", 0, null, bytes).get().bytes());
  }

  @Override
  public CompletableFuture<Integer> doubleItLater(int x) throws IOException {
    return call("doubleIt", x, null, null).thenApply(Message::number);
  }

  @Override
  public void listen(LongConsumer told, int count, int pauseMicros) throws Exception {
    listener = told;
    call("post", count, null, null).get();
  }

  @Override
  public void sleep(int millis) throws Exception {
    call("sleep", millis, null, null).get();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
