package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.transport.Link;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Writes frames in the order in which they are handed in, by combining: whoever finds no write
 * under way writes, and goes on until nothing is left; the others leave their frame and go.
 *
 * <p>The queue is bounded: while a writer is at work and too much waits, {@link #send} blocks. Any
 * thread but the one that hears of collected stubs.
 */
final class Outbound {
  private static final long MAX_QUEUED_BYTES = 4 << 20;
  private static final long DRAIN_NANOS = 1_000_000_000;

  private final Link link;
  private final Consumer<IOException> onBroken;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition drained = lock.newCondition();
  private List<ByteBuffer> queue = new ArrayList<>();
  private long queuedBytes;
  private boolean writing;
  private boolean closed;

  /**
   * Creates the outgoing half of a connection.
   *
   * @param link where to write; this class is its only writer
   * @param onBroken told once when writing fails, without a lock held
   */
  Outbound(Link link, Consumer<IOException> onBroken) {
    this.link = link;
    this.onBroken = onBroken;
  }

  /**
   * Sends a whole frame, now or behind the write that is under way.
   *
   * @throws DisconnectedException if the connection has ended; a frame that is lost later is
   *     answered by the connection's end
   */
  void send(List<ByteBuffer> frame) {
    lock.lock();
    try {
      while (writing && queuedBytes > MAX_QUEUED_BYTES && !closed) {
        drained.awaitUninterruptibly();
      }
      if (closed) {
        throw new DisconnectedException("the connection is closed");
      }
      queue.addAll(frame);
      for (ByteBuffer part : frame) {
        queuedBytes += part.remaining();
      }
      if (writing) {
        return;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    try {
      writeQueue();
    } catch (IOException e) {
      close();
      onBroken.accept(e);
    }
  }

  private void writeQueue() throws IOException {
    while (true) {
      List<ByteBuffer> batch;
      lock.lock();
      try {
        if (queue.isEmpty() || closed) {
          writing = false;
          drained.signalAll();
          return;
        }
        batch = queue;
        queue = new ArrayList<>();
        queuedBytes = 0;
        drained.signalAll();
      } finally {
        lock.unlock();
      }
      link.write(batch);
    }
  }

  /**
   * Waits until all that was sent is written, or the peer has not read for too long; for the last
   * words of a connection, which may stand behind another thread's write.
   */
  void drain() {
    long left = DRAIN_NANOS;
    boolean interrupted = false;
    lock.lock();
    try {
      while (writing && !closed && left > 0) {
        try {
          left = drained.awaitNanos(left);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Lets nobody wait any longer; what is queued is lost. */
  void close() {
    lock.lock();
    try {
      closed = true;
      queue = new ArrayList<>();
      queuedBytes = 0;
      drained.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
