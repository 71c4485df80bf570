package dev.remora.it.reliability;

import dev.remora.annotation.RemoteModule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A module that makes objects, calls back, takes its time, and breaks. */
@RemoteModule(name = "works")
public class Works {
  private final Thing same = new Thing(-1);

  /** Counted down by nobody: whoever waits for it waits until he is interrupted. */
  private final CountDownLatch never = new CountDownLatch(1);

  private int made;

  public Thing make() {
    return new Thing(made++);
  }

  public List<Thing> makeMany(int count) {
    List<Thing> things = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      things.add(new Thing(i));
    }
    return things;
  }

  /** The same object each time. */
  public Thing same() {
    return same;
  }

  public void call(Runnable callback) {
    callback.run();
  }

  public int doubleIt(int x) {
    return 2 * x;
  }

  public void hang() throws InterruptedException {
    never.await(10, TimeUnit.MINUTES);
  }

  /** Collects garbage in the main process, so that functions it has dropped are given back. */
  public void collect() {
    System.gc();
  }

  public int exhaustMemory() {
    List<byte[]> hoard = new ArrayList<>();
    while (hoard.size() < Integer.MAX_VALUE) {
      hoard.add(new byte[1 << 20]);
    }
    return hoard.size();
  }

  public int exhaustStack() {
    return descend(0);
  }

  private static int descend(int depth) {
    return depth < 0 ? depth : 1 + descend(depth + 1);
  }
}
