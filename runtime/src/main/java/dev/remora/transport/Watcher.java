package dev.remora.transport;

import dev.remora.log.LateLogger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The one thread of this process that looks after links on which nobody waits: an idle connection
 * costs neither a thread nor a wake-up.
 *
 * <p>What it runs must not wait, and runs no user code. Any thread may ask it.
 */
public final class Watcher {
  private static final LateLogger LOG = new LateLogger(Watcher.class);

  /** How long {@link #soon} is. */
  private static final long SPAN_MILLIS = 1;

  private final Selector selector;
  private final Turn turn = new Turn();
  private final Thread thread = new Thread(turn, "remora-watcher");
  private final Queue<Runnable> now = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();

  /** What waits for the end of a span; the thread's own. */
  private final List<Runnable> waiting = new ArrayList<>();

  /**
   * What is to run now; the thread's own. A look that fails half-way for want of memory leaves it
   * to the next one: a connection that is forgotten here is never heard of again.
   */
  private final List<Runnable> due = new ArrayList<>();

  private final Mishap mishap = new Mishap(LOG, "looking after an idle connection failed");

  private long spanEnd;

  private Watcher() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("idle connections cannot be watched", e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Made when the first link is idle. */
  private static final class Shared {
    static final Watcher WATCHER = new Watcher();

    private Shared() {}
  }

  /**
   * Runs a task on the thread that watches, in about a millisecond.
   *
   * @param task what to run; it must not wait
   */
  public static void soon(Runnable task) {
    Watcher shared = Shared.WATCHER;
    shared.asked.add(task);
    shared.wake();
  }

  /**
   * Runs a task on the thread that watches.
   *
   * @param task what to run; it must not wait
   */
  public static void run(Runnable task) {
    Watcher shared = Shared.WATCHER;
    shared.now.add(task);
    shared.wake();
  }

  /** Tells a listener once that a channel has something to read, or has come to its end. */
  static void whenReadable(SelectableChannel channel, Runnable listener)
      throws ClosedChannelException {
    Watcher shared = Shared.WATCHER;
    channel.register(shared.selector, SelectionKey.OP_READ, listener);
    shared.wake();
  }

  /** A channel was closed: the system lets go of it only when the selector has seen that. */
  static void closed() {
    Shared.WATCHER.wake();
  }

  private void wake() {
    if (Thread.currentThread() != thread) {
      selector.wakeup();
      LockSupport.unpark(thread);
    }
  }

  /** What the thread does, and what the selector tells. */
  private final class Turn implements Runnable, Consumer<SelectionKey> {
    @Override
    public void run() {
      while (true) {
        try {
          look();
          mishap.tell();
        } catch (IOException | RuntimeException | Error e) {
          // Without this thread nobody would hear of anything any more.
          mishap.note(e);
        }
      }
    }

    @Override
    public void accept(SelectionKey key) {
      due.add((Runnable) key.attachment());
      try {
        key.interestOps(0);
      } catch (CancelledKeyException e) {
        // This side has closed the link a moment ago, and wants to hear no more of it. The others
        // that are ready must be heard all the same.
        due.remove(due.size() - 1);
      }
    }
  }

  private void look() throws IOException {
    if (!now.isEmpty() || !due.isEmpty()) {
      // Added by this thread itself, which does not wake itself up, or left by a look that failed.
      selector.selectNow(turn);
    } else if (waiting.isEmpty() && asked.isEmpty()) {
      if (selector.keys().isEmpty()) {
        // A JVM that ends waits 300 ms for a thread inside of a system call, and not for this.
        LockSupport.park(this);
      } else {
        selector.select(turn);
      }
    } else {
      selector.select(turn, SPAN_MILLIS);
    }
    moveTo(due, now);
    if (!waiting.isEmpty() && System.nanoTime() - spanEnd >= 0) {
      due.addAll(waiting);
      waiting.clear();
    }
    takeAsked();
    for (int i = 0; i < due.size(); i++) {
      runSafely(due.get(i));
    }
    due.clear();
  }

  private static void moveTo(List<Runnable> tasks, Queue<Runnable> queue) {
    for (Runnable task = queue.peek(); task != null; task = queue.peek()) {
      tasks.add(task);
      queue.remove();
    }
  }

  private void takeAsked() {
    if (!asked.isEmpty() && waiting.isEmpty()) {
      spanEnd = System.nanoTime() + SPAN_MILLIS * 1_000_000;
    }
    moveTo(waiting, asked);
  }

  private void runSafely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      mishap.note(e);
    }
  }
}
