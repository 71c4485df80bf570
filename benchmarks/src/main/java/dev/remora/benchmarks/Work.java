package dev.remora.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What is measured: each work is the same over each system that can do it. */
enum Work {
  DOUBLE_IT("int doubleIt(int)", "p50 <= 1.15 raw, 1.7x RMI, 4.5x gRPC best, 8x gRPC") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      return timed(millis, () -> peer.doubleIt(21));
    }
  },
  RECORD("record of 10 fields and 20 strings, echoed", "p50 <= 1.8 raw, 3x RMI") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      Sample sample = Sample.example();
      return timed(millis, () -> peer.echo(sample));
    }
  },
  BYTES("1 MiB byte[], echoed", "p50 <= 2.5 raw, 3x RMI, 3x gRPC") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      byte[] bytes = new byte[1 << 20];
      return timed(millis, () -> peer.echo(bytes));
    }
  },
  NESTED("callback with a value, within a call", "p50 <= 2.3 raw calls") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      return timed(millis, () -> peer.nested(x -> 2 * x, 21));
    }
  },
  OBJECTS("object made, called once, dropped", "10x RMI") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      return timed(millis, () -> peer.useObject(21));
    }
  },
  ASYNC("256 asynchronous calls in flight", "calls/s >= 0.18 raw, 15x gRPC best") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      return inFlight(peer, 256, millis);
    }
  },
  THREADS_4("4 threads on one connection", "p50 <= 0.65 RMI") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      return threads(peer, 4, millis);
    }
  },
  THREADS_16("16 threads on one connection", "p50 <= 0.65 RMI") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      return threads(peer, 16, millis);
    }
  },
  EVENT_IDLE("event posted while the client is idle", "p50 <= 1.0, p99 <= 1.5 of a reader thread") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      return events(peer, millis, () -> LockSupport.parkNanos(5_000_000));
    }
  },
  EVENT_BUSY("event posted while the client calls", "p50 <= 1.0, p99 <= 1.5 of a reader thread") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      return events(peer, millis, () -> peer.doubleIt(1));
    }
  },
  EVENT_BETWEEN(
      "event posted while the client calls now and then",
      "p50 <= 1.0, p99 <= 1.5 of a reader thread") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      return events(
          peer,
          millis,
          () -> {
            LockSupport.parkNanos(700_000);
            peer.doubleIt(1);
          });
    }
  },
  BESIDE_LONG("doubleIt beside a handler of 100 ms", "p99 at most 1 ms more than alone") {
    @Override
    Round run(Peer peer, long millis) throws Exception {
      peer.sleep(1); // or say at once that it cannot
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Void> sleeper =
          inThread(
              () -> {
                while (!done.get()) {
                  peer.sleep(100);
                }
              });
      try {
        return timed(millis, () -> peer.doubleIt(21));
      } finally {
        done.set(true);
        sleeper.get();
      }
    }
  };

  private static final int MOST_CALLS = 4_000_000;
  static final int EVENT_PAUSE_MICROS = 1_700;

  /** Their figures are rates, or of events. */
  private static final Set<Work> BY_RATE = EnumSet.of(ASYNC);

  private final String title;
  private final String target;

  Work(String title, String target) {
    this.title = title;
    this.target = target;
  }

  String title() {
    return title;
  }

  /** What the figure shall be. */
  String target() {
    return target;
  }

  boolean isByRate() {
    return BY_RATE.contains(this);
  }

  /** Works for a while. */
  abstract Round run(Peer peer, long millis) throws Exception;

  /** Something that is done again and again. */
  interface Step {
    void run() throws Exception;
  }

  static Round timed(long millis, Step step) throws Exception {
    long[] nanos = new long[1 << 16];
    int count = 0;
    long start = System.nanoTime();
    long end = start + 1_000_000 * millis;
    long before = start;
    while (before < end && count < MOST_CALLS) {
      step.run();
      long now = System.nanoTime();
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = now - before;
      before = now;
    }
    return Round.of(Arrays.copyOf(nanos, count), before - start);
  }

  static CompletableFuture<Void> inThread(Step step) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                step.run();
                done.complete(null);
              } catch (Throwable e) {
                done.completeExceptionally(e);
              }
            })
        .start();
    return done;
  }

  /**
   * Keeps a window of calls in flight. The next are made when a quarter of it is free, so that it
   * is not the waking of this thread for each call that is measured.
   */
  private static Round inFlight(Peer peer, int window, long millis) throws Exception {
    Thread caller = Thread.currentThread();
    AtomicInteger inFlight = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    int some = window / 4;
    long start = System.nanoTime();
    long end = start + 1_000_000 * millis;
    long calls = 0;
    while (System.nanoTime() < end) {
      if (peer.exchange(window)) {
        calls += window;
        continue;
      }
      awaitAtMost(window - some, inFlight);
      inFlight.addAndGet(some);
      for (int i = 0; i < some; i++) {
        CompletableFuture<Integer> unused =
            peer.doubleItLater(i)
                .whenComplete(
                    (result, failure) -> {
                      if (failure != null) {
                        failed.set(failure);
                      }
                      int left = inFlight.decrementAndGet();
                      if (left == window - some || left == 0) {
                        LockSupport.unpark(caller);
                      }
                    });
      }
      calls += some;
    }
    awaitAtMost(0, inFlight);
    Throwable failure = failed.get();
    if (failure != null) {
      throw new IllegalStateException("a call failed: " + failure, failure);
    }
    long elapsed = System.nanoTime() - start;
    double each = elapsed / 1e3 / calls;
    return new Round(calls, each, each, calls * 1e9 / elapsed, 0, 0, 0);
  }

  private static void awaitAtMost(int most, AtomicInteger inFlight) {
    while (inFlight.get() > most) {
      LockSupport.park();
    }
  }

  private static Round threads(Peer peer, int count, long millis) throws Exception {
    if (peer instanceof RawPeer) {
      throw new UnsupportedOperationException("a bare socket has no calls to tell apart");
    }
    List<CompletableFuture<Void>> running = new ArrayList<>();
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      running.add(
          inThread(
              () -> {
                Round round = timed(millis, () -> peer.doubleIt(21));
                synchronized (rounds) {
                  rounds.add(round);
                }
              }));
    }
    for (CompletableFuture<Void> thread : running) {
      thread.get();
    }
    long calls = rounds.stream().mapToLong(Round::calls).sum();
    double p50 = rounds.stream().mapToDouble(Round::p50).average().orElseThrow();
    double p99 = rounds.stream().mapToDouble(Round::p99).average().orElseThrow();
    double rate = rounds.stream().mapToDouble(Round::callsPerSecond).sum();
    return new Round(calls, p50, p99, rate, 0, 0, 0);
  }

  private static Round events(Peer peer, long millis, Step meanwhile) throws Exception {
    int count = (int) Math.max(20, millis * 1_000 / EVENT_PAUSE_MICROS);
    long[] nanos = new long[count];
    AtomicLong next = new AtomicLong();
    CountDownLatch all = new CountDownLatch(count);
    long start = System.nanoTime();
    peer.listen(
        posted -> {
          nanos[(int) next.getAndIncrement()] = System.nanoTime() - posted;
          all.countDown();
        },
        count,
        EVENT_PAUSE_MICROS);
    while (!all.await(0, TimeUnit.SECONDS)) {
      meanwhile.run();
    }
    return Round.of(nanos, System.nanoTime() - start);
  }
}
