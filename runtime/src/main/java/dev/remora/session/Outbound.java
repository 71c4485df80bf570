package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.transport.Link;
import dev.remora.wire.OutgoingFrame;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes frames in the order in which they are handed in, by combining: whoever finds no write
 * under way writes, and goes on until nothing is left; the others leave their frame and go.
 *
 * <p>The queue is bounded: while too much waits, {@link #send} blocks. A thread whose time is
 * limited neither waits for room beyond it nor for a peer that does not read: a worker writes on in
 * its place. Any thread but the one that hears of collected stubs.
 */
final class Outbound {
  /** The end of the connection that writes. */
  interface Writing {
    /** Told once when writing fails, without a lock held. */
    void writingFailed(IOException e);
  }

  /**
   * As much as a socket takes at once. What waits here is served in its order, so more of it would
   * only make later calls wait longer.
   */
  private static final long MAX_QUEUED_BYTES = 256 << 10;

  /** More than this is written at once: the peer can work on it meanwhile. */
  private static final long MOST_UNWRITTEN_BYTES = 2 << 10;

  /** After how long a write for which there is no memory is tried again. */
  private static final long NO_MEMORY_NANOS = 1_000_000;

  private static final long DRAIN_NANOS = 1_000_000_000;

  private final Link link;
  private final Writing end;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition drained = lock.newCondition();

  /** What waits to be written. */
  private OutgoingParts queue = new OutgoingParts();

  /** What is being written; the writer's alone. */
  private OutgoingParts batch = new OutgoingParts();

  private boolean writing;
  private boolean closed;

  /** Something waits that nobody writes; set and cleared under the lock. */
  private volatile boolean isLeft;

  /**
   * Creates the outgoing half of a connection.
   *
   * @param link where to write; this class is its only writer
   * @param end told when writing fails
   */
  Outbound(Link link, Writing end) {
    this.link = link;
    this.end = end;
  }

  /**
   * Sends a whole frame, now or behind the write that is under way. The frame may be closed
   * afterwards.
   *
   * @throws DisconnectedException if the connection has ended; a frame that is lost later is
   *     answered by the connection's end
   */
  void send(OutgoingFrame frame) {
    WaitEnd unused = send(frame, Deadline.NONE, false);
  }

  /**
   * Sends a frame that gives something back, or says that something is not wanted: it never waits
   * for room, because the thread has no time left for it. What is given back was given, so these
   * frames are bounded too.
   *
   * @throws DisconnectedException if the connection has ended
   */
  void sendAtOnce(OutgoingFrame frame) {
    lock.lock();
    try {
      checkOpen();
      queue.add(frame);
      if (writing) {
        return;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    write(Deadline.NOW, true);
  }

  /**
   * Leaves a frame for the next {@link #flush()}, or for whoever writes before: frames that are
   * made one after the other leave together. Whoever calls this sees to it that somebody flushes
   * soon.
   *
   * @throws DisconnectedException if the connection has ended
   */
  void sendSoon(OutgoingFrame frame) {
    lock.lock();
    try {
      checkOpen();
      queue.add(frame);
      if (writing || queue.bytes() < MOST_UNWRITTEN_BYTES) {
        isLeft = !writing;
        return;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    write(Deadline.NONE, false);
  }

  /** Writes what {@link #sendSoon} has left; waits where the peer does not read. */
  void flush() {
    flush(Deadline.NONE);
  }

  /**
   * Writes what {@link #sendSoon} has left, and leaves it to a worker where the peer does not read.
   */
  void flushAtOnce() {
    flush(Deadline.NOW);
  }

  private void flush(Deadline patience) {
    if (!isLeft) {
      return;
    }
    lock.lock();
    try {
      if (writing || closed || queue.isEmpty()) {
        return;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    write(patience, false);
  }

  /**
   * Sends the frame of a call, unless there is no room for it in time, or the thread is
   * interrupted.
   *
   * @return {@link WaitEnd#OVER} if it is sent, or will be; otherwise nothing of it is
   * @throws DisconnectedException if the connection has ended
   */
  WaitEnd send(OutgoingFrame frame, Deadline deadline) {
    return send(frame, deadline, true);
  }

  private WaitEnd send(OutgoingFrame frame, Deadline deadline, boolean isCall) {
    lock.lock();
    try {
      WaitEnd end = awaitRoom(deadline, isCall);
      if (end != WaitEnd.OVER) {
        return end;
      }
      checkOpen();
      queue.add(frame);
      if (writing) {
        return WaitEnd.OVER;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    write(deadline, isCall);
    return WaitEnd.OVER;
  }

  private void checkOpen() {
    if (closed) {
      throw new DisconnectedException("the connection is closed");
    }
  }

  private WaitEnd awaitRoom(Deadline deadline, boolean isCall) {
    while (writing && queue.bytes() > MAX_QUEUED_BYTES && !closed) {
      if (!isCall) {
        drained.awaitUninterruptibly();
        continue;
      }
      try {
        if (deadline.isNone()) {
          drained.await();
        } else if (!drained.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
            && deadline.isOver()) {
          return WaitEnd.TIMED_OUT;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return WaitEnd.INTERRUPTED;
      }
    }
    return WaitEnd.OVER;
  }

  /**
   * Writes what waits; by the one thread that has set {@link #writing}.
   *
   * @param mayLeave whether an interrupt ends it too
   */
  private void write(Deadline patience, boolean mayLeave) {
    boolean isOwn = true;
    try {
      while (takeBatch()) {
        boolean mustLeave = !isOwn && mustLeave(patience, mayLeave);
        if (mustLeave || !writeBatch(patience, mayLeave)) {
          // The peer does not read, or others write without end: this thread has no time for it.
          Workers.run(this::writeOn);
          return;
        }
        isOwn = false;
      }
    } catch (IOException e) {
      close();
      end.writingFailed(e);
    }
  }

  private static boolean mustLeave(Deadline patience, boolean mayLeave) {
    return patience.isOver() || (mayLeave && Thread.currentThread().isInterrupted());
  }

  /** A worker goes on with a batch that another thread has taken. */
  private void writeOn() {
    try {
      if (!writeBatch(Deadline.NONE, false)) {
        throw new IOException("writing was given up");
      }
    } catch (IOException e) {
      close();
      end.writingFailed(e);
      return;
    }
    write(Deadline.NONE, false);
  }

  private boolean takeBatch() {
    lock.lock();
    try {
      batch.clear();
      isLeft = false;
      if (queue.isEmpty() || closed) {
        writing = false;
        drained.signalAll();
        return false;
      }
      OutgoingParts full = queue;
      queue = batch;
      batch = full;
      drained.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Writes the batch; false if the peer does not read for so long that some of it is left. */
  private boolean writeBatch(Deadline patience, boolean mayLeave) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (batch.writeTo(link)) {
            return true;
          }
          if (patience.isOver()) {
            return false;
          }
          link.awaitWritable(patience.patience());
        } catch (OutOfMemoryError e) {
          // Nothing was written by this attempt. Were it not repeated, nobody would ever write.
          LockSupport.parkNanos(NO_MEMORY_NANOS);
        } catch (InterruptedException e) {
          // A frame that is half written must be written to its end, by whomever.
          interrupted = true;
          if (mayLeave) {
            return false;
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
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

  /** How many bytes wait to be written. */
  long queuedBytes() {
    lock.lock();
    try {
      return queue.bytes();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody wait any longer; what is queued is lost. */
  void close() {
    lock.lock();
    try {
      closed = true;
      queue.clear();
      drained.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
