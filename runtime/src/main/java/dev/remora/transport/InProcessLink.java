package dev.remora.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One end of a link within one process: the same bytes as over a socket, through memory.
 *
 * <p>Used for tests and for programs that run both sides in one JVM; frames are encoded all the
 * same, so nothing works here that would fail between processes.
 */
public final class InProcessLink implements Link {
  private final Pipe in;
  private final Pipe out;

  private InProcessLink(Pipe in, Pipe out) {
    this.in = in;
    this.out = out;
  }

  /**
   * Makes two ends that are connected.
   *
   * @return the ends; each is its owner's to close
   */
  public static Pair pair() {
    Pipe there = new Pipe();
    Pipe back = new Pipe();
    return new Pair(new InProcessLink(back, there), new InProcessLink(there, back));
  }

  /**
   * Two connected ends.
   *
   * @param renderer the renderer's end
   * @param main the main process's end
   */
  public record Pair(Link renderer, Link main) {}

  @Override
  public int read(ByteBuffer target) throws IOException {
    return in.read(target);
  }

  @Override
  public long write(ByteBuffer[] parts, int from, int count) throws IOException {
    long written = 0;
    for (int i = from; i < from + count && (i == from || !parts[i - 1].hasRemaining()); i++) {
      written += out.write(parts[i]);
    }
    return written;
  }

  @Override
  public void awaitWritable(Duration most) throws InterruptedException {
    out.awaitWritable(most);
  }

  @Override
  public Readiness newReadiness() {
    return in.new Waiter();
  }

  @Override
  public void whenReadable(Runnable listener) {
    in.whenReadable(listener);
  }

  @Override
  public void close() {
    in.whenReadable(null);
    in.close();
    out.close();
  }

  /** A ring of bytes with one reader and one writer. */
  private static final class Pipe {
    private static final int CAPACITY = 256 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY];
    private int start;
    private int length;
    private boolean closed;
    private @Nullable Runnable listener;

    int read(ByteBuffer target) {
      lock.lock();
      try {
        if (length == 0) {
          return closed ? -1 : 0;
        }
        int count = Math.min(length, target.remaining());
        int untilEnd = Math.min(count, CAPACITY - start);
        target.put(ring, start, untilEnd).put(ring, 0, count - untilEnd);
        start = (start + count) % CAPACITY;
        length -= count;
        changed.signalAll();
        return count;
      } finally {
        lock.unlock();
      }
    }

    int write(ByteBuffer source) throws IOException {
      lock.lock();
      try {
        if (closed) {
          throw new IOException("the link is closed");
        }
        int written = 0;
        while (source.hasRemaining() && length < CAPACITY) {
          int end = (start + length) % CAPACITY;
          int count = Math.min(source.remaining(), CAPACITY - Math.max(length, end));
          source.get(ring, end, count);
          length += count;
          written += count;
        }
        changedLocked();
        return written;
      } finally {
        lock.unlock();
      }
    }

    private void changedLocked() {
      changed.signalAll();
      if (listener != null && (length > 0 || closed)) {
        Watcher.run(listener);
        listener = null;
      }
    }

    void whenReadable(@Nullable Runnable told) {
      lock.lock();
      try {
        listener = told;
        changedLocked();
      } finally {
        lock.unlock();
      }
    }

    /** Waits for bytes. */
    final class Waiter implements Readiness {
      private volatile boolean woken;

      @Override
      public void await(Duration most) throws InterruptedException {
        Pipe.this.await(most, this::isOver);
        woken = false;
      }

      @Override
      public boolean isReady() {
        lock.lock();
        try {
          return isOver() || closed;
        } finally {
          lock.unlock();
        }
      }

      private boolean isOver() {
        return length > 0 || woken;
      }

      @Override
      public void wake() {
        lock.lock();
        try {
          woken = true;
          changed.signalAll();
        } finally {
          lock.unlock();
        }
      }

      @Override
      public void close() {
        // It needs nothing.
      }
    }

    void awaitWritable(Duration most) throws InterruptedException {
      await(most, () -> length < CAPACITY);
    }

    private void await(Duration most, BooleanSupplier state) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        long nanos = most.toNanos();
        while (!state.getAsBoolean() && !closed && (most.isZero() || nanos > 0)) {
          if (most.isZero()) {
            changed.await();
          } else {
            nanos = changed.awaitNanos(nanos);
          }
        }
      } finally {
        lock.unlock();
      }
    }

    void close() {
      lock.lock();
      try {
        closed = true;
        changedLocked();
      } finally {
        lock.unlock();
      }
    }
  }
}
