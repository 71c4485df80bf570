package dev.remora.benchmarks;

import dev.remora.Limits;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Remora over its Unix-domain socket. */
final class RemoraPeer implements Peer {
  private static final int BATCH = 1_000;

  private final Path socket;
  private final RemoteContext remote;
  private final ServiceStub service;
  private @Nullable ServiceAsyncStub async;

  RemoraPeer(Path socket, boolean json) {
    RemoteContext.Builder builder = RemoteContext.builder();
    this.socket = socket;
    this.remote = (json ? builder.jsonOnly() : builder).connect(socket);
    this.service = ServiceStub.require(remote);
  }

  static Closeable serve(Path socket) {
    return MainProcess.builder()
            .limits(Limits.defaults().withMaxContexts(4_096))
            .export(new Service())
            .listen(socket)
            .start()
        ::close;
  }

  @Override
  public int doubleIt(int x) {
    return service.doubleIt(x);
  }

  @Override
  public Sample echo(Sample sample) {
    return service.echo(sample);
  }

  @Override
  public byte[] echo(byte[] bytes) {
    return service.echoBytes(bytes);
  }

  @Override
  public CompletableFuture<Integer> doubleItLater(int x) {
    return async().doubleIt(x);
  }

  /** Made when it is asked for: no other system has two clients when it starts. */
  private ServiceAsyncStub async() {
    ServiceAsyncStub made = async;
    if (made == null) {
      made = ServiceAsyncStub.of(service);
      async = made;
    }
    return made;
  }

  @Override
  public int nested(IntUnaryOperator callback, int x) {
    return service.nested(callback, x);
  }

  @Override
  public int useObject(int x) {
    return service.makeItem(2).times(x);
  }

  @Override
  public Object holdObjects(int count) {
    List<Object> held = new ArrayList<>();
    for (int i = 0; i < count; i += BATCH) {
      held.add(service.makeItems(BATCH));
    }
    return held;
  }

  @Override
  public void listen(LongConsumer listener, int count, int pauseMicros) {
    service.post(listener, count, pauseMicros);
  }

  @Override
  public void sleep(int millis) {
    service.sleep(millis);
  }

  @Override
  public Object openAnother() {
    return RemoteContext.connect(socket);
  }

  @Override
  public void close() {
    remote.close();
  }
}
