package dev.remora.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** LSP4J's JSON-RPC over a Unix-domain socket, with buffered streams. */
final class Lsp4jPeer implements Peer {
  private static final int BUFFER = 64 << 10;

  private final SocketChannel channel;
  private final JsonService service;

  Lsp4jPeer(Path socket) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    Launcher<JsonService> launcher =
        Launcher.createLauncher(new Object(), JsonService.class, in(channel), out(channel));
    Future<Void> unused = launcher.startListening();
    service = launcher.getRemoteProxy();
  }

  /** What LSP4J wants of an interface. */
  public interface JsonService {
    @JsonRequest
    CompletableFuture<Integer> doubleIt(Integer x);

    @JsonRequest
    CompletableFuture<Bean> echo(Bean sample);

    @JsonRequest
    CompletableFuture<byte[]> bytes(byte[] bytes);

    @JsonRequest
    CompletableFuture<Integer> sleep(Integer millis);
  }

  /** The record with fields, as Gson sets them. */
  public static final class Bean {
    private final Sample sample;

    Bean(Sample sample) {
      this.sample = sample;
    }
  }

  private static final class Exported implements JsonService {
    private final Service service = new Service();

    @Override
    public CompletableFuture<Integer> doubleIt(Integer x) {
      return CompletableFuture.completedFuture(service.doubleIt(x));
    }

    @Override
    public CompletableFuture<Bean> echo(Bean bean) {
      return CompletableFuture.completedFuture(bean);
    }

    @Override
    public CompletableFuture<byte[]> bytes(byte[] bytes) {
      return CompletableFuture.completedFuture(service.echoBytes(bytes));
    }

    @Override
    public CompletableFuture<Integer> sleep(Integer millis) {
      return CompletableFuture.supplyAsync(
          () -> {
            service.sleep(millis);
            return millis;
          });
    }
  }

  static Closeable serve(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread acceptor =
        new Thread(
            () -> {
              try {
                SocketChannel accepted = server.accept();
                Future<Void> unused =
                    Launcher.createLauncher(
                            new Exported(), JsonService.class, in(accepted), out(accepted))
                        .startListening();
              } catch (IOException e) {
                // The server was closed.
              }
            });
    acceptor.setDaemon(true);
    acceptor.start();
    return server;
  }

  private static InputStream in(SocketChannel channel) {
    return new BufferedInputStream(Channels.newInputStream(new ReadHalf(channel)), BUFFER);
  }

  private static OutputStream out(SocketChannel channel) {
    return new BufferedOutputStream(Channels.newOutputStream(new WriteHalf(channel)), BUFFER);
  }

  @Override
  public int doubleIt(int x) throws Exception {
    return service.doubleIt(x).get();
  }

  @Override
  public Sample echo(Sample sample) throws Exception {
    return service.echo(new Bean(sample)).get().sample;
  }

  @Override
  public byte[] echo(byte[] bytes) throws Exception {
    return service.bytes(bytes).get();
  }

  @Override
  public CompletableFuture<Integer> doubleItLater(int x) {
    return service.doubleIt(x);
  }

  @Override
  public void sleep(int millis) throws Exception {
    service.sleep(millis).get();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
