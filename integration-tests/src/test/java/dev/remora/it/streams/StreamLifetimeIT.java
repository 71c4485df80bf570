package dev.remora.it.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.CallCancelledException;
import dev.remora.DisconnectedException;
import dev.remora.EncodingException;
import dev.remora.LimitExceededException;
import dev.remora.Limits;
import dev.remora.it.callbacks.Quiet;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How streams end, what both sides hold meanwhile, and which threads wait for them. */
final class StreamLifetimeIT {
  @TempDir private static Path directory;
  private static final AtomicInteger SOCKETS = new AtomicInteger();
  private static final int CHUNK = 64 << 10;

  private final Path socket = directory.resolve("private").resolve("v" + SOCKETS.incrementAndGet());
  private final Valve valve = new Valve();
  private final MainProcess main =
      MainProcess.builder()
          .limits(Limits.defaults().withMaxObjectsPerContext(20).withMaxCallbacksPerContext(20))
          .export(valve)
          .export(new Pipes())
          .listen(socket)
          .start();
  private final RemoteContext remote = RemoteContext.connect(socket);
  private final ValveStub stub = ValveStub.require(remote);

  @AfterEach
  void close() {
    valve.openValve();
    remote.close();
    main.close();
  }

  private void awaitOnlyTheModuleIsHeld() {
    Quiet.await(
        "only the module is held",
        () ->
            remote.callsUnderWay() == 0
                && main.registry().objectCount() == 1
                && remote.stubsInUse() == 1
                && valve.open() == 0);
  }

  /** Has one byte, but not yet. */
  private static final class Late extends InputStream {
    final CountDownLatch reading = new CountDownLatch(1);
    final CountDownLatch there = new CountDownLatch(1);
    final BlockingQueue<Thread> readers = new LinkedBlockingQueue<>();

    @Override
    public int read() throws IOException {
      readers.add(Thread.currentThread());
      reading.countDown();
      try {
        there.await();
      } catch (InterruptedException e) {
        throw new IOException("interrupted", e);
      }
      return 7;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      bytes[offset] = (byte) read();
      return 1;
    }
  }

  @Test
  void atTheirEndAndWhenTheyAreClosedStreamsAreGivenBackAtOnce() throws IOException {
    List<InputStream> kept = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      InputStream read = stub.bytes(10);
      assertThat(read.readAllBytes()).hasSize(10);
      InputStream closed = stub.bytes(10);
      closed.close();
      kept.add(read);
      kept.add(closed);
    }
    awaitOnlyTheModuleIsHeld();
    assertThat(kept).hasSize(200);
  }

  @Test
  void streamsThatMainWasLentAreGivenBackWhenMainHasNoUseForThem() {
    InputStream in = InputStream.nullInputStream();
    stub.ignore(in);
    Quiet.await("main has collected it", () -> remote.callbacksHeld() == 0);
  }

  @Test
  void oneStreamTooManyIsRefusedAndClosed() throws IOException {
    List<InputStream> held = new ArrayList<>();
    for (int i = 0; i < 19; i++) {
      held.add(stub.bytes(10));
    }
    assertThatThrownBy(() -> stub.bytes(10))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("Limits.maxObjectsPerContext");
    Quiet.await("what was refused is closed", () -> valve.open() == 19);
    for (InputStream in : held) {
      in.close();
    }
    awaitOnlyTheModuleIsHeld();
    assertThat(stub.bytes(10).readAllBytes()).hasSize(10);
  }

  @Test
  void streamsThatNobodyClosesMakeRoomForOthers() throws IOException {
    try (RemoteContext collecting =
        RemoteContext.builder().collectInterval(Duration.ofMillis(20)).connect(socket)) {
      ValveStub forgetful = ValveStub.require(collecting);
      for (int i = 0; i < 100; i++) {
        assertThat(forgetful.bytes(10).read()).isEqualTo(Contents.byteAt(0) & 0xFF);
      }
    }
    Quiet.await("all are closed", () -> valve.open() == 0);
  }

  @Test
  void whatAnAnswerHeldThatCouldNotBeSentIsClosed() {
    assertThatThrownBy(stub::torn).isInstanceOf(EncodingException.class);
    awaitOnlyTheModuleIsHeld();
  }

  @Test
  void whatComesWithAnAnswerThatNobodyWaitsForIsClosed() throws InterruptedException {
    CompletableFuture<InputStream> waiting = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                waiting.complete(stub.late());
              } catch (RuntimeException e) {
                waiting.completeExceptionally(e);
              }
            });
    caller.start();
    valve.awaitReading();
    caller.interrupt();
    assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CallCancelledException.class);
    assertThat(valve.open()).isEqualTo(1);
    valve.openValve();
    awaitOnlyTheModuleIsHeld();
  }

  @Test
  void aReadThatIsUnderWayFailsWithTheConnection() throws Exception {
    InputStream in = stub.waiting();
    CompletableFuture<Integer> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return in.read();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    stub.awaitReading();
    Thread closing = new Thread(main::close);
    closing.start();
    assertThatThrownBy(() -> read.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .cause()
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(DisconnectedException.class);
    valve.openValve();
    closing.join(TimeUnit.SECONDS.toMillis(30));
    Quiet.await("main's stream is closed", () -> valve.open() == 0);
    assertThatThrownBy(in::read)
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(DisconnectedException.class);
    in.close();
  }

  @Test
  void aReadOfMainsThatIsUnderWayFailsWithTheConnection() throws Exception {
    Late late = new Late();
    CompletableFuture<Integer> read = stub.readElsewhere(late);
    assertThat(late.reading.await(30, TimeUnit.SECONDS)).isTrue();
    remote.close();
    assertThatThrownBy(() -> read.get(30, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(DisconnectedException.class);
    late.there.countDown();
  }

  @Test
  void outputThatCannotBeSentAnyMoreFails() throws IOException {
    OutputStream out = PipesStub.require(remote).sink();
    out.write(new byte[10]);
    remote.close();
    assertThatThrownBy(out::close)
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(DisconnectedException.class);
  }

  @Test
  void aStreamThatWaitsHoldsUpNoOtherCallAndCanBeClosedMeanwhile() throws Exception {
    InputStream in = stub.waiting();
    CompletableFuture<Integer> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return in.read();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    stub.awaitReading();
    assertThat(stub.open()).isEqualTo(1);
    in.close();
    assertThat(stub.open()).isZero();
    stub.openValve();
    assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(7);
    awaitOnlyTheModuleIsHeld();
  }

  @Test
  void aStreamThatWaitsInARendererHoldsUpNoEvent() throws Exception {
    Late late = new Late();
    CompletableFuture<Integer> read = stub.readElsewhere(late);
    assertThat(late.reading.await(30, TimeUnit.SECONDS)).isTrue();
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    stub.tell(heard::add, "news");
    assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("news");
    late.there.countDown();
    assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(7);
    assertThat(late.readers.take().getName()).startsWith("remora-worker");
  }

  @Test
  void aReadThatIsInterruptedFails() throws Exception {
    InputStream in = stub.waiting();
    CompletableFuture<Integer> read = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                read.complete(in.read());
              } catch (IOException e) {
                read.completeExceptionally(e);
              }
            });
    reader.start();
    stub.awaitReading();
    reader.interrupt();
    assertThatThrownBy(() -> read.get(30, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(CallCancelledException.class);
    in.close();
    awaitOnlyTheModuleIsHeld();
  }

  @Test
  void whoWritesWaitsForWhoTakesIt() throws Exception {
    CountDownLatch taking = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger taken = new AtomicInteger();
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int oneByte) {
            taken.incrementAndGet();
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            taking.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            taken.addAndGet(length);
          }
        };
    CompletableFuture<Void> pumped =
        CompletableFuture.runAsync(
            () -> {
              try {
                stub.pump(slow, 10_000);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    assertThat(taking.await(30, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 100; i++) {
      assertThat(stub.written()).isLessThanOrEqualTo(2 * CHUNK);
    }
    goOn.countDown();
    pumped.get(30, TimeUnit.SECONDS);
    assertThat(taken).hasValue(10_000_000);
  }

  @Test
  void whoReadsTakesNoMoreThanAChunk() throws IOException {
    Contents.Bytes in = new Contents.Bytes(new AtomicInteger(), 10 * CHUNK, -1);
    assertThat(PipesStub.require(remote).readSome(in, 5 * CHUNK)).hasSize(5 * CHUNK);
    assertThat(in.position()).isEqualTo(5 * CHUNK);
  }

  @Test
  void anotherContextsStreamIsPassedOnAsAStreamOfThisOne() throws IOException {
    try (RemoteContext other = remote.newContext()) {
      InputStream foreign = ValveStub.require(other).bytes(1_000);
      assertThat(PipesStub.require(remote).readAll(foreign)).isEqualTo(Contents.bytes(1_000));
    }
  }

  @Test
  void aStreamThatWasGivenBackCannotGoHome() throws IOException {
    InputStream closed = stub.bytes(10);
    closed.close();
    assertThatThrownBy(() -> PipesStub.require(remote).isKept(closed))
        .hasMessageContaining("this process has released it");
    assertThat(PipesStub.require(remote).readAll(new ByteArrayInputStream(new byte[3]))).hasSize(3);
  }
}
