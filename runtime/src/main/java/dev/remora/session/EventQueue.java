package dev.remora.session;

import dev.remora.CallCancelledException;
import dev.remora.DisconnectedException;
import dev.remora.EventOverflow;
import dev.remora.LimitExceededException;
import dev.remora.wire.OutgoingFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The events on their way to one renderer that no call of it has caused.
 *
 * <p>After each {@link #BATCH} the renderer is asked to say when it has run them, so that at most
 * {@link #WINDOW} are on their way or wait in the renderer. The others wait here, within a bound in
 * bytes; what happens beyond it is the main process's choice ({@code
 * docs/decisions/0009-events-are-held-back.md}). Any thread.
 */
public final class EventQueue {
  static final int BATCH = 64;
  static final int WINDOW = 4 * BATCH;

  /** What a queued event costs besides the bytes of its frame, roughly. */
  private static final int OVERHEAD_BYTES = 256;

  private final ServedContext context;
  private final EventOverflow overflow;
  private final long maxQueuedBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Event> queue = new ArrayDeque<>();
  private long queuedBytes;
  private int underWay;
  private int sinceBarrier;
  private boolean sending;
  private boolean closed;
  private long posted;
  private long dropped;
  private long failed;

  EventQueue(ServedContext context, EventOverflow overflow, long maxQueuedBytes) {
    this.context = context;
    this.overflow = overflow;
    this.maxQueuedBytes = maxQueuedBytes;
  }

  /**
   * One event.
   *
   * @param frame what is sent
   * @param call keeps what the frame refers to in use, and takes back what it gives
   */
  record Event(OutgoingFrame frame, OutgoingCall call) {
    long bytes() {
      return (long) OVERHEAD_BYTES + frame.size();
    }
  }

  /**
   * How the events of a context fare.
   *
   * @param posted how many were posted
   * @param dropped how many of them were dropped
   * @param failed how many of them threw an exception in the renderer
   * @param queued how many wait at the moment
   * @param queuedBytes how many bytes these take
   */
  public record Counts(long posted, long dropped, long failed, int queued, long queuedBytes) {}

  Counts counts() {
    lock.lock();
    try {
      return new Counts(posted, dropped, failed, queue.size(), queuedBytes);
    } finally {
      lock.unlock();
    }
  }

  /** An event has thrown an exception in the renderer. */
  void failed() {
    lock.lock();
    try {
      failed++;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Posts an event behind those that were posted before.
   *
   * @throws DisconnectedException if the context has ended, or ends because it does not keep up
   * @throws LimitExceededException if there is no room, and that is to be an error
   * @throws CallCancelledException if the thread is interrupted while it waits for room
   */
  void post(Event event) {
    event.frame().detach();
    List<Event> toDrop = new ArrayList<>(0);
    boolean mayWait = overflow == EventOverflow.BLOCK;
    lock.lock();
    try {
      makeRoom(event, toDrop);
      queue.add(event);
      queuedBytes += event.bytes();
      posted++;
      if (sending || underWay >= WINDOW) {
        return;
      }
      sending = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallCancelledException(
          event.call().describe() + " was not posted: its thread was interrupted", e);
    } finally {
      lock.unlock();
      toDrop.forEach(oldest -> oldest.call().takeBack());
    }
    if (mayWait) {
      sendAll();
    } else {
      // Writing waits for a peer that does not read, and whoever posts must not.
      Workers.run(this::sendAll);
    }
  }

  private void makeRoom(Event event, List<Event> toDrop) throws InterruptedException {
    while (!closed && !queue.isEmpty() && queuedBytes + event.bytes() > maxQueuedBytes) {
      switch (overflow) {
        case BLOCK -> changed.await();
        case DROP_OLDEST -> {
          Event oldest = queue.remove();
          queuedBytes -= oldest.bytes();
          dropped++;
          toDrop.add(oldest);
        }
        case FAIL ->
            throw new LimitExceededException(
                event.call().describe() + " was not posted: " + tooSlow());
        case CLOSE -> {
          String reason = tooSlow();
          closeNow();
          Workers.run(() -> context.close(reason));
          throw new DisconnectedException(reason);
        }
      }
    }
    if (closed) {
      throw new DisconnectedException("its context has ended");
    }
  }

  private String tooSlow() {
    return "the renderer does not keep up: %d events with %d bytes wait for it (Limits.maxQueuedBytes)"
        .formatted(queue.size(), queuedBytes);
  }

  private void sendAll() {
    try {
      while (true) {
        Event event;
        boolean barrier;
        lock.lock();
        try {
          if (closed || queue.isEmpty() || underWay >= WINDOW) {
            sending = false;
            return;
          }
          event = queue.remove();
          queuedBytes -= event.bytes();
          underWay++;
          sinceBarrier = (sinceBarrier + 1) % BATCH;
          barrier = sinceBarrier == 0;
          changed.signalAll();
        } finally {
          lock.unlock();
        }
        context.send(event.frame());
        if (barrier) {
          context.sendBarrier(new Barrier());
        }
      }
    } catch (DisconnectedException e) {
      close();
    }
  }

  /** The renderer's word that it has run a batch, and all before it. */
  private final class Barrier extends UnawaitedAnswer {
    Barrier() {
      super(context);
    }

    @Override
    void take(Outcome how) {
      Answer answer = Answer.opened(how, context());
      if (answer != null) {
        answer.close();
        ran();
      }
    }
  }

  private void ran() {
    lock.lock();
    try {
      underWay -= BATCH;
      if (sending || queue.isEmpty()) {
        return;
      }
      sending = true;
    } finally {
      lock.unlock();
    }
    Workers.run(this::sendAll);
  }

  /** The context has ended: nothing waits any longer. */
  void close() {
    lock.lock();
    try {
      closeNow();
    } finally {
      lock.unlock();
    }
  }

  private void closeNow() {
    closed = true;
    queue.clear();
    queuedBytes = 0;
    changed.signalAll();
  }
}
