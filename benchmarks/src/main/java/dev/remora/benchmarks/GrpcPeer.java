package dev.remora.benchmarks;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollIoHandler;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.unix.DomainSocketAddress;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * gRPC as people set it up (Netty over loopback, its own executors) and at its best (a Unix-domain
 * socket, the calling threads as executors). Its messages are written by hand, which costs less
 * than protobuf.
 */
final class GrpcPeer implements Peer {
  private static final int MAX_MESSAGE = 16 << 20;

  private static final MethodDescriptor<Integer, Integer> DOUBLE_IT =
      method("doubleIt", new Ints());
  private static final MethodDescriptor<Sample, Sample> ECHO = method("echo", new Samples());
  private static final MethodDescriptor<byte[], byte[]> ECHO_BYTES = method("bytes", new Bytes());
  private static final MethodDescriptor<Integer, Integer> SLEEP = method("sleep", new Ints());

  private final ManagedChannel channel;

  private GrpcPeer(NettyChannelBuilder builder) {
    channel = builder.usePlaintext().maxInboundMessageSize(MAX_MESSAGE).build();
  }

  static Peer usual(int port) {
    return new GrpcPeer(NettyChannelBuilder.forAddress("127.0.0.1", port));
  }

  static Peer best(Path socket) {
    return new GrpcPeer(
        NettyChannelBuilder.forAddress(new DomainSocketAddress(socket.toFile()))
            .eventLoopGroup(new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()))
            .channelType(EpollDomainSocketChannel.class)
            .directExecutor());
  }

  static Closeable serveUsual(int port) throws IOException {
    return serve(
        NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
  }

  static Closeable serveBest(Path socket) throws IOException {
    return serve(
        NettyServerBuilder.forAddress(new DomainSocketAddress(socket.toFile()))
            .bossEventLoopGroup(new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()))
            .workerEventLoopGroup(new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()))
            .channelType(EpollServerDomainSocketChannel.class)
            .directExecutor());
  }

  private static Closeable serve(NettyServerBuilder builder) throws IOException {
    Service service = new Service();
    Server server =
        builder
            .maxInboundMessageSize(MAX_MESSAGE)
            .addService(
                ServerServiceDefinition.builder("bench")
                    .addMethod(DOUBLE_IT, answering(service::doubleIt))
                    .addMethod(ECHO, answering(service::echo))
                    .addMethod(ECHO_BYTES, answering(service::echoBytes))
                    .addMethod(
                        SLEEP,
                        answering(
                            millis -> {
                              service.sleep(millis);
                              return millis;
                            }))
                    .build())
            .build()
            .start();
    return server::shutdownNow;
  }

  private interface Handler<T> {
    T answer(T request);
  }

  private static <T> io.grpc.ServerCallHandler<T, T> answering(Handler<T> handler) {
    return ServerCalls.asyncUnaryCall(
        (request, observer) -> {
          observer.onNext(handler.answer(request));
          observer.onCompleted();
        });
  }

  private static <T> MethodDescriptor<T, T> method(
      String name, MethodDescriptor.Marshaller<T> marshaller) {
    return MethodDescriptor.newBuilder(marshaller, marshaller)
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(MethodDescriptor.generateFullMethodName("bench", name))
        .build();
  }

  private static final class Ints implements MethodDescriptor.Marshaller<Integer> {
    @Override
    public InputStream stream(Integer value) {
      int x = value;
      return new ByteArrayInputStream(
          new byte[] {(byte) (x >> 24), (byte) (x >> 16), (byte) (x >> 8), (byte) x});
    }

    @Override
    public Integer parse(InputStream stream) {
      try {
        return new DataInputStream(stream).readInt();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Samples implements MethodDescriptor.Marshaller<Sample> {
    @Override
    public InputStream stream(Sample value) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(600);
      try {
        value.writeTo(new DataOutputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public Sample parse(InputStream stream) {
      try {
        return Sample.readFrom(new DataInputStream(stream));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private <T> T call(MethodDescriptor<T, T> method, T request) {
    return ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, request);
  }

  @Override
  public int doubleIt(int x) {
    return call(DOUBLE_IT, x);
  }

  @Override
  public Sample echo(Sample sample) {
    return call(ECHO, sample);
  }

  @Override
  public byte[] echo(byte[] bytes) {
    return call(ECHO_BYTES, bytes);
  }

  @Override
  public void sleep(int millis) {
    call(SLEEP, millis);
  }

  @Override
  public CompletableFuture<Integer> doubleItLater(int x) {
    CompletableFuture<Integer> result = new CompletableFuture<>();
    ClientCalls.asyncUnaryCall(
        channel.newCall(DOUBLE_IT, CallOptions.DEFAULT),
        x,
        new StreamObserver<>() {
          @Override
          public void onNext(Integer value) {
            result.complete(value);
          }

          @Override
          public void onError(Throwable failure) {
            result.completeExceptionally(failure);
          }

          @Override
          public void onCompleted() {}
        });
    return result;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
