package dev.remora.registry;

import dev.remora.fixture.Interleavings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * The stubs of a renderer, and the proxies of main, under Lincheck: ids arrive, stubs are collected
 * and heard of later, or released; at the end as much is given back as has arrived.
 */
@Param(name = "id", gen = IntGen.class, conf = "1:2")
public final class StubCacheLincheckTest {
  private final StubCache cache = new StubCache(() -> {});

  /** Only this test collects: the real collector must not. */
  private final Queue<Object> reachable = new ConcurrentLinkedQueue<>();

  /** No stub is collected that a thread has in its hands at the moment. */
  private final ReadWriteLock reachability = new ReentrantReadWriteLock();

  private final Lock holding = reachability.readLock();
  private final Lock collecting = reachability.writeLock();
  private final Queue<StubCache.Arrivals> collected = new ConcurrentLinkedQueue<>();
  private final AtomicLong arrived = new AtomicLong();
  private final AtomicLong givenBack = new AtomicLong();

  @Operation(params = "id")
  public void arrive(int id) {
    holding.lock();
    try {
      arrived.incrementAndGet();
      reachable.add(cache.arrived(id, fresh -> new Object()));
    } finally {
      holding.unlock();
    }
  }

  @Operation(params = "id")
  public void arriveUnwanted(int id) {
    arrived.incrementAndGet();
    cache.giveBack(id);
  }

  @Operation(params = "id", nonParallelGroup = "collector")
  public void collect(int id) {
    collecting.lock();
    try {
      StubCache.Arrivals arrivals = cache.arrivals(id);
      if (arrivals != null && arrivals.get() != null) {
        arrivals.clear();
        collected.add(arrivals);
      }
    } finally {
      collecting.unlock();
    }
  }

  @Operation(nonParallelGroup = "collector")
  public void hear() {
    StubCache.Arrivals arrivals = collected.poll();
    if (arrivals != null) {
      cache.collected(arrivals);
    }
  }

  @Operation(params = "id")
  public void release(int id) {
    holding.lock();
    try {
      Object stub = cache.inUse(id);
      if (stub != null) {
        boolean unused = cache.release(id, stub);
      }
    } finally {
      holding.unlock();
    }
  }

  @Operation
  public void sendReleases() {
    cache.takeReleases().forEach(release -> givenBack.addAndGet(release.count()));
  }

  @Validate
  public void asMuchIsGivenBackAsHasArrived() {
    while (!collected.isEmpty()) {
      hear();
    }
    release(1);
    release(2);
    sendReleases();
    if (givenBack.get() != arrived.get() || cache.size() != 0) {
      throw new IllegalStateException(
          "%d have arrived, %d were given back, %d stubs are left"
              .formatted(arrived.get(), givenBack.get(), cache.size()));
    }
  }

  @Test
  void eachInterleavingGivesBackWhatHasArrived() {
    Interleavings.areAllRight(StubCacheLincheckTest.class);
  }

  @Test
  void oneCountForEachIdIsFoundWrong() {
    Interleavings.areFoundWrong(OneCountForEachId.class);
  }

  /**
   * The control: what has arrived is counted for the id, and not for the stub; a stub that is heard
   * of late gives back what has arrived for its successor, and its successor then once more.
   */
  public static final class OneCountForEachId {
    private final Map<Integer, Long> counts = new HashMap<>();
    private final List<Integer> collected = new ArrayList<>();
    private long arrived;
    private long givenBack;

    @Operation
    public synchronized void arrive() {
      arrived++;
      counts.merge(1, 1L, Long::sum);
    }

    @Operation
    public synchronized void collect() {
      if (counts.containsKey(1)) {
        collected.add(1);
      }
    }

    @Operation
    public void hear() {
      int id;
      long count;
      synchronized (this) {
        if (collected.isEmpty()) {
          return;
        }
        id = collected.remove(0);
        count = counts.getOrDefault(id, 0L);
      }
      synchronized (this) {
        givenBack += count;
        counts.remove(id);
      }
    }

    @Validate
    public void asMuchIsGivenBackAsHasArrived() {
      long left = counts.getOrDefault(1, 0L);
      if (givenBack + left != arrived) {
        throw new IllegalStateException(arrived + " have arrived, " + givenBack + " given back");
      }
    }
  }
}
