package dev.remora.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.wire.FrameReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Link} promises, over each transport. */
final class LinkTest {
  /** The common pool may have one thread only, and these tasks wait for each other. */
  private static final Executor THREADS = task -> new Thread(task).start();

  enum Kind {
    /** Memory. */
    IN_PROCESS,
    /** A Unix-domain socket. */
    SOCKET
  }

  private interface Body {
    void with(Link here, Link there) throws Exception;
  }

  private static void overLinks(Kind kind, Body body) throws Exception {
    if (kind == Kind.IN_PROCESS) {
      InProcessLink.Pair pair = InProcessLink.pair();
      run(pair.renderer(), pair.main(), body);
      return;
    }
    // A directory that is not there yet: the listener makes it, and removes it.
    String name = "remora" + UUID.randomUUID().toString().substring(0, 13);
    Path socket = Path.of(System.getProperty("java.io.tmpdir"), name, "s");
    try (Listener listener = UnixSocket.listen(socket)) {
      CompletableFuture<Link> accepted =
          CompletableFuture.supplyAsync(unchecked(listener::accept), THREADS);
      run(UnixSocket.connect(socket), accepted.get(), body);
    }
  }

  private static void run(Link here, Link there, Body body) throws Exception {
    try (here;
        there) {
      body.with(here, there);
    }
  }

  private interface Action<T> {
    T run() throws Exception;
  }

  private static <T> Supplier<T> unchecked(Action<T> action) {
    return () -> {
      try {
        return action.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void bytesArriveWholeAndInOrderWhileBothWrite(Kind kind) throws Exception {
    byte[] sent = new byte[5_000_000];
    new Random(7).nextBytes(sent);
    overLinks(
        kind,
        (here, there) -> {
          CompletableFuture<byte[]> echoed =
              CompletableFuture.supplyAsync(unchecked(() -> receive(there, sent.length)), THREADS);
          CompletableFuture<byte[]> back =
              CompletableFuture.supplyAsync(unchecked(() -> receive(here, sent.length)), THREADS);
          CompletableFuture<Void> other =
              CompletableFuture.runAsync(() -> write(there, sent), THREADS);
          write(here, sent);
          other.get();
          assertThat(echoed.get()).isEqualTo(sent);
          assertThat(back.get()).isEqualTo(sent);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptDoesNotCloseTheLink(Kind kind) throws Exception {
    overLinks(
        kind,
        (here, there) -> {
          Readiness readiness = here.newReadiness();
          Thread.currentThread().interrupt();
          assertThatThrownBy(() -> readiness.await(Duration.ofSeconds(20)))
              .isInstanceOf(InterruptedException.class);
          Thread.currentThread().interrupt();
          write(here, new byte[1_000]);
          assertThat(here.read(ByteBuffer.allocate(1))).isZero();
          assertThat(Thread.interrupted()).isTrue();
          assertThat(receive(there, 1_000)).hasSize(1_000);
        });
  }

  @ParameterizedTest
  @EnumSource
  void closingWakesWhoeverWaits(Kind kind) throws Exception {
    overLinks(
        kind,
        (here, there) -> {
          Readiness readiness = here.newReadiness();
          CompletableFuture<Integer> waiter =
              CompletableFuture.supplyAsync(
                  unchecked(
                      () -> {
                        readiness.await(Duration.ZERO);
                        return here.read(ByteBuffer.allocate(1));
                      }),
                  THREADS);
          here.close();
          assertThat(waiter.handle((count, failure) -> failure != null || count == -1).get())
              .isTrue();
          assertThatThrownBy(() -> here.writeAll(ByteBuffer.wrap(new byte[1])))
              .isInstanceOf(IOException.class);
        });
  }

  @ParameterizedTest
  @EnumSource
  void theEndIsReadAfterTheLastByte(Kind kind) throws Exception {
    overLinks(
        kind,
        (here, there) -> {
          write(there, new byte[10]);
          there.close();
          FrameReader reader = new FrameReader(here, 1_024);
          assertThat(reader.fill()).isEqualTo(10);
          assertThat(reader.fill()).isEqualTo(-1);
        });
  }

  private static void write(Link link, byte[] bytes) {
    try {
      link.writeAll(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListenerIsToldOnceForWhatIsThereAndForWhatComes(Kind kind) throws Exception {
    overLinks(
        kind,
        (here, there) -> {
          there.writeAll(ByteBuffer.wrap(new byte[] {1}));
          BlockingQueue<String> told = new LinkedBlockingQueue<>();
          here.whenReadable(() -> told.add("first " + Thread.currentThread().getName()));
          assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("first remora-watcher");
          there.writeAll(ByteBuffer.wrap(new byte[] {2}));
          assertThat(receive(here, 2)).containsExactly(1, 2);
          here.whenReadable(() -> told.add("second"));
          assertThat(told).isEmpty();
          there.writeAll(ByteBuffer.wrap(new byte[] {3}));
          assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("second");
          assertThat(receive(here, 1)).containsExactly(3);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aListenerMayAskAgainWhileItIsTold(Kind kind) throws Exception {
    overLinks(
        kind,
        (here, there) -> {
          int bytes = 1_000;
          CountDownLatch all = new CountDownLatch(bytes);
          ByteBuffer one = ByteBuffer.allocate(1);
          Runnable listener =
              new Runnable() {
                @Override
                public void run() {
                  try {
                    if (here.read(one.clear()) == 1) {
                      all.countDown();
                    }
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                  here.whenReadable(this);
                }
              };
          here.whenReadable(listener);
          there.writeAll(ByteBuffer.allocate(bytes));
          assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aListenerIsToldOfTheOtherSidesEndAndNotOfItsOwn(Kind kind) throws Exception {
    overLinks(
        kind,
        (here, there) -> {
          CountDownLatch told = new CountDownLatch(1);
          AtomicBoolean own = new AtomicBoolean();
          here.whenReadable(told::countDown);
          there.whenReadable(() -> own.set(true));
          there.close();
          assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
          assertThat(here.read(ByteBuffer.allocate(1))).isEqualTo(-1);
          // What was asked later is told later: had the own end been told, it would have been by
          // now.
          CountDownLatch later = new CountDownLatch(1);
          Watcher.soon(later::countDown);
          assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
          assertThat(own).isFalse();
        });
  }

  private static byte[] receive(Link link, int length) throws Exception {
    ByteBuffer target = ByteBuffer.allocate(length);
    try (Readiness readiness = link.newReadiness()) {
      while (target.hasRemaining()) {
        readiness.await(Duration.ZERO);
        link.read(target);
      }
    }
    return target.array();
  }
}
