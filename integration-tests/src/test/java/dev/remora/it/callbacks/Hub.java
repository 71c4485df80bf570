package dev.remora.it.callbacks;

import dev.remora.annotation.OneWay;
import dev.remora.annotation.RemoteIgnore;
import dev.remora.annotation.RemoteModule;
import dev.remora.main.Listeners;
import dev.remora.stub.RemoteFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls back in every way there is. */
@RemoteModule(name = "hub", async = true)
public class Hub {
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private final Listeners<Consumer<String>> listeners = new Listeners<>();
  private @Nullable Consumer<String> last;
  private Runnable task = () -> {};
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable CompletableFuture<Integer> pending;

  public int apply(IntUnaryOperator function, int x) {
    return function.applyAsInt(x);
  }

  /** Applies on a thread of main's own, and waits for it. */
  public int applyElsewhere(IntUnaryOperator function, int x) throws InterruptedException {
    AtomicInteger result = new AtomicInteger();
    Thread thread = new Thread(() -> result.set(function.applyAsInt(x)));
    thread.start();
    thread.join();
    return result.get();
  }

  /** What {@link #runInMain} runs. */
  @RemoteIgnore
  public void run(Runnable own) {
    task = own;
  }

  public void runInMain() {
    task.run();
  }

  /** Nests: the callback calls this again. Lock and thread-local behave as in one process. */
  public int nest(IntUnaryOperator next, int depth) {
    lock.lock();
    int before = DEPTH.get();
    DEPTH.set(before + 1);
    try {
      if (depth == 0) {
        return DEPTH.get() == lock.getHoldCount() ? DEPTH.get() : -1;
      }
      return next.applyAsInt(depth - 1);
    } finally {
      DEPTH.set(before);
      lock.unlock();
    }
  }

  public void forEach(int count, Consumer<Integer> consumer) {
    for (int i = 0; i < count; i++) {
      consumer.accept(i);
    }
  }

  public void postEach(int count, @OneWay Consumer<Integer> consumer) {
    for (int i = 0; i < count; i++) {
      consumer.accept(i);
    }
  }

  /** Runs a body between begin and commit; what it throws rolls back. */
  public void inTransaction(Runnable body) {
    log.add("begin");
    try {
      body.run();
    } catch (RuntimeException e) {
      log.add("rollback");
      throw e;
    }
    log.add("commit");
  }

  public void log(String line) {
    log.add(line);
  }

  public List<String> takeLog() {
    List<String> taken = new ArrayList<>(log);
    log.clear();
    return taken;
  }

  public boolean judge(Judge judge, String what) throws Refused {
    return judge.accepts(what);
  }

  public void listen(Consumer<String> listener) {
    listeners.add(listener);
    last = listener;
  }

  public boolean unlisten(Consumer<String> listener) {
    return listeners.remove(listener);
  }

  public int listeners() {
    return listeners.size();
  }

  @RemoteIgnore
  public Consumer<String> lastListener() {
    return Objects.requireNonNull(last);
  }

  /** Fires from a thread of main's own. */
  public void fireElsewhere(String event) throws InterruptedException {
    Thread thread = new Thread(() -> listeners.forEach(listener -> listener.accept(event)));
    thread.start();
    thread.join();
  }

  /** Posts from a thread of its own, and keeps nothing. */
  public void postOnce(Consumer<String> consumer) throws InterruptedException {
    Thread thread = new Thread(() -> consumer.accept("once"));
    thread.start();
    thread.join();
  }

  public Supplier<String> supplier(String text) {
    return () -> text;
  }

  /** What goes home is the original. */
  public boolean isOriginal(Supplier<String> supplier) {
    return !(supplier instanceof RemoteFunction);
  }

  public Consumer<String> echo(Consumer<String> consumer) {
    return consumer;
  }

  /** Calls each function of a value; what they answer, it answers. */
  public List<String> tell(Handlers handlers, String text) throws Refused {
    handlers.onText().accept(text);
    handlers.onNumber().accept(text.length());
    List<String> answers = new ArrayList<>();
    answers.add(handlers.name());
    answers.add(String.valueOf(handlers.measure().apply(text)));
    Judge judge = handlers.judge();
    answers.add(judge == null ? "nobody" : String.valueOf(judge.accepts(text)));
    return answers;
  }

  /** Functions of main's own, in a value. */
  public Handlers handlers(String name) {
    return new Handlers(
        name,
        text -> log.add(name + " " + text),
        number -> log.add(name + " " + number),
        String::length,
        what -> {
          throw new Refused(name + " refuses " + what);
        });
  }

  public Handlers echoHandlers(Handlers handlers) {
    last = handlers.onText();
    return handlers;
  }

  public boolean areOriginal(Handlers handlers) {
    return !(handlers.onText() instanceof RemoteFunction)
        && !(handlers.onNumber() instanceof RemoteFunction)
        && !(handlers.measure() instanceof RemoteFunction)
        && !(handlers.judge() instanceof RemoteFunction);
  }

  public Menu echoMenu(Menu menu) {
    return menu;
  }

  /** Runs all there is to run in a menu, depth first. */
  public void walk(List<Menu> menus) throws Refused {
    for (Menu menu : menus) {
      menu.actions().values().forEach(Runnable::run);
      log.add(menu.hint().map(Supplier::get).orElse("no hint"));
      for (List<Judge> judges : menu.judges()) {
        for (Judge judge : judges) {
          log.add(String.valueOf(judge.accepts(menu.title())));
        }
      }
      menu.undo().forEach(Runnable::run);
      menu.slot().main().run();
      menu.slot().others().forEach(Runnable::run);
      for (Supplier<Menu> more : menu.lazily()) {
        walk(List.of(more.get()));
      }
      walk(menu.children());
    }
  }

  /** A bean for a bean. */
  public Button press(Button button) {
    button.onHover.run();
    for (Runnable onKey : button.onKeys) {
      onKey.run();
    }
    button.getOnClick().run();
    Objects.requireNonNull(button.getURL()).run();
    Button mine = new Button();
    mine.setURL(() -> log.add("main's"));
    return mine;
  }

  public void take(Failing failing) {}

  public void take(Unseen unseen) {}

  public Failing fail() {
    return new Failing(() -> {}, "");
  }

  public CompletableFuture<Integer> later(int x) {
    return CompletableFuture.supplyAsync(
        () -> {
          if (x < 0) {
            throw new IllegalArgumentException("negative: " + x);
          }
          return x;
        },
        task -> new Thread(task).start());
  }

  public CompletableFuture<Integer> now(int x) {
    return CompletableFuture.completedFuture(x);
  }

  /** Refuses at once, or by the promise. */
  public CompletableFuture<Integer> refuseLater(boolean atOnce) throws Refused {
    if (atOnce) {
      throw new Refused("at once");
    }
    Refused refused = new Refused("later");
    refused.initCause(new IllegalStateException("the reason"));
    CompletableFuture<Integer> promise = new CompletableFuture<>();
    new Thread(() -> promise.completeExceptionally(refused)).start();
    return promise;
  }

  public CompletableFuture<Integer> never() {
    pending = new CompletableFuture<>();
    return pending;
  }

  @RemoteIgnore
  public CompletableFuture<Integer> lastPending() {
    return Objects.requireNonNull(pending);
  }

  public boolean isCancelled() {
    return pending != null && pending.isCancelled();
  }

  public CompletableFuture<Integer> twice(CompletableFuture<Integer> promise) {
    return promise.thenApply(x -> 2 * x);
  }

  public CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  @OneWay
  public void post(String line) {
    log.add(line);
  }

  /** Long enough for another worker to take the reading over. */
  @OneWay
  public void postSlowly(String line) {
    LockSupport.parkNanos(50_000_000);
    log.add(line);
  }
}
