package dev.remora.registry;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The stubs that one context of a renderer has in use: id to stub, weakly, with how often the id
 * has arrived for that stub.
 *
 * <p>{@link #arrived} adds. A collected stub leaves by the thread {@code remora-collected-stubs},
 * which takes its entry out and queues as many references to be given back as had arrived for it;
 * it never waits for a socket. Any thread.
 */
public final class StubCache {
  private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

  static {
    Thread thread = new Thread(new Hearing(), "remora-collected-stubs");
    thread.setDaemon(true);
    thread.start();
  }

  private final Map<Long, Arrivals> byId = new HashMap<>();
  private final ConcurrentLinkedQueue<Release> releases = new ConcurrentLinkedQueue<>();
  private final Runnable onRelease;

  /**
   * Creates an empty cache.
   *
   * @param onRelease told, by a thread that must not wait, that there is something to give back
   */
  public StubCache(Runnable onRelease) {
    this.onRelease = onRelease;
  }

  /**
   * References to give back.
   *
   * @param id the object
   * @param count how many references
   */
  public record Release(long id, long count) {}

  /** One stub and how often its id arrived while it lived. */
  static final class Arrivals extends WeakReference<Object> {
    final StubCache cache;
    final long id;
    long count;

    Arrivals(StubCache cache, Object stub, long id) {
      super(stub, COLLECTED);
      this.cache = cache;
      this.id = id;
    }
  }

  /**
   * Counts the arrival of an id and gives the stub that stands for it.
   *
   * @param id the id
   * @param constructor makes a stub where none is in use
   * @return the stub, which the caller keeps reachable
   */
  public synchronized Object arrived(long id, LongFunction<?> constructor) {
    Arrivals arrivals = byId.get(id);
    Object stub = arrivals == null ? null : arrivals.get();
    if (arrivals == null || stub == null) {
      // A collected stub's arrivals are given back for themselves; the new one starts at one.
      stub = constructor.apply(id);
      arrivals = new Arrivals(this, stub, id);
      byId.put(id, arrivals);
    }
    arrivals.count++;
    return stub;
  }

  /**
   * Gives back all references of a stub at once. Should its id arrive again, a new stub begins.
   *
   * @param id its id
   * @param stub the stub
   * @return false if the cache does not count it: it was released before
   */
  public boolean release(long id, Object stub) {
    long count;
    synchronized (this) {
      Arrivals arrivals = byId.get(id);
      if (arrivals == null || arrivals.get() != stub) {
        return false;
      }
      byId.remove(id);
      count = arrivals.count;
      // Its collection must not be heard of later: the references would be given back twice.
      arrivals.clear();
    }
    releases.add(new Release(id, count));
    onRelease.run();
    return true;
  }

  /**
   * Gives back one reference that has arrived, and that nobody wanted: no stub was made for it.
   *
   * @param id the id
   */
  public void giveBack(long id) {
    releases.add(new Release(id, 1));
    onRelease.run();
  }

  /**
   * Takes what is to be given back.
   *
   * @return the releases, each to be sent once; empty if there are none
   */
  public List<Release> takeReleases() {
    if (releases.isEmpty()) {
      return List.of();
    }
    List<Release> taken = new ArrayList<>();
    for (Release release = releases.poll(); release != null; release = releases.poll()) {
      taken.add(release);
    }
    return taken;
  }

  /**
   * How many stubs are in use or not yet given back.
   *
   * @return the size of the table
   */
  public synchronized int size() {
    return byId.size();
  }

  /** Forgets everything: the main process does so too. */
  public synchronized void clear() {
    byId.clear();
    releases.clear();
  }

  /** A stub is gone; called once for each, by the thread that hears of it. */
  void collected(Arrivals arrivals) {
    long count;
    synchronized (this) {
      byId.remove(arrivals.id, arrivals);
      count = arrivals.count;
    }
    releases.add(new Release(arrivals.id, count));
    onRelease.run();
  }

  /** What is counted for an id, for tests that collect as the garbage collector does. */
  synchronized @Nullable Arrivals arrivals(long id) {
    return byId.get(id);
  }

  /** Hears of the stubs that are collected. */
  private static final class Hearing implements Runnable {
    @Override
    public void run() {
      while (true) {
        try {
          Arrivals arrivals = (Arrivals) COLLECTED.remove();
          arrivals.cache.collected(arrivals);
        } catch (InterruptedException e) {
          // Nobody has a reason to interrupt this thread, and without it nothing would be released
          // any more.
        } catch (OutOfMemoryError e) {
          // To log it would need memory too, and end the thread.
        } catch (RuntimeException e) {
          System.getLogger(StubCache.class.getName())
              .log(System.Logger.Level.ERROR, "releasing a stub", e);
        }
      }
    }
  }

  /**
   * The stub of an id, if it is in use.
   *
   * @param id the id
   * @return the stub, or null
   */
  public synchronized @Nullable Object inUse(long id) {
    Arrivals arrivals = byId.get(id);
    return arrivals == null ? null : arrivals.get();
  }
}
