package dev.remora.session;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs callbacks that no call has caused, one after the other, on an executor that may have many
 * threads. Any thread adds.
 */
final class CallbackQueue {
  private final Executor executor;
  private final Queue<Runnable> callbacks = new ArrayDeque<>();
  private boolean running;

  CallbackQueue(Executor executor) {
    this.executor = executor;
  }

  void add(Runnable callback) {
    synchronized (callbacks) {
      callbacks.add(callback);
      if (running) {
        return;
      }
      running = true;
    }
    executor.execute(this::runAll);
  }

  private void runAll() {
    while (true) {
      Runnable next;
      synchronized (callbacks) {
        next = callbacks.poll();
        if (next == null) {
          running = false;
          return;
        }
      }
      next.run();
    }
  }
}
