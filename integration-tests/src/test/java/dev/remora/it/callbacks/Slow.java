package dev.remora.it.callbacks;

import dev.remora.annotation.RemoteModule;
import dev.remora.main.CallContext;
import dev.remora.main.RendererContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Takes its time, and knows what its callers do meanwhile. */
@RemoteModule(name = "slow", async = true)
public class Slow {
  private final AtomicInteger interrupts = new AtomicInteger();
  private final List<Runnable> kept = new ArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);

  public int sleep(int millis, int x) throws InterruptedException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      interrupts.incrementAndGet();
      throw e;
    }
    return x;
  }

  /** Answers late and all the same, with objects and functions that somebody has to give back. */
  public List<Slow> children(int count, int millis) {
    pause(millis);
    List<Slow> children = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      children.add(new Slow());
    }
    return children;
  }

  /** The same with a promise that ends later still. */
  public CompletableFuture<Slow> promisedChild(int millis) {
    CompletableFuture<Slow> promise = new CompletableFuture<>();
    pause(millis);
    new Thread(
            () -> {
              pause(20);
              promise.complete(new Slow());
            })
        .start();
    return promise;
  }

  /** Does not let itself be interrupted. */
  private void pause(int millis) {
    long end = System.nanoTime() + millis * 1_000_000L;
    boolean interrupted = false;
    while (System.nanoTime() < end) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      interrupts.incrementAndGet();
    }
  }

  /** How long the caller still waits, in milliseconds; -1 for without end. */
  public long remainingMillis() {
    return CallContext.current().remaining().map(left -> left.toMillis()).orElse(-1L);
  }

  public String callerOf() {
    RendererContext renderer = CallContext.current().renderer();
    return renderer.id() + " " + CallContext.current().deadline().isPresent();
  }

  public boolean isSame(Slow other) {
    return other == this;
  }

  public int ask(IntSupplier supplier) {
    return supplier.getAsInt();
  }

  /** Asks from a thread of main's own. */
  public String askElsewhere(IntSupplier supplier) throws InterruptedException {
    String[] answer = new String[1];
    Thread thread =
        new Thread(
            () -> {
              try {
                answer[0] = String.valueOf(supplier.getAsInt());
              } catch (RuntimeException e) {
                answer[0] = e.toString();
              }
            });
    thread.start();
    thread.join();
    return String.valueOf(answer[0]);
  }

  /** Holds a function and takes its time before the answer. */
  public void keep(Runnable function, int millis) throws InterruptedException {
    kept.add(function);
    Thread.sleep(millis);
  }

  public void forget() {
    kept.clear();
  }

  /** Posts events from a thread of main's own. */
  public void post(int count, String event, Consumer<String> listener) {
    for (int i = 0; i < count; i++) {
      listener.accept(event + i);
    }
  }

  public void open() {
    gate.countDown();
  }

  public void awaitOpen() throws InterruptedException {
    gate.await();
  }

  public int interrupts() {
    return interrupts.get();
  }
}
