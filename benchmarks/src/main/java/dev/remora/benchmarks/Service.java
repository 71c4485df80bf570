package dev.remora.benchmarks;

import dev.remora.annotation.OneWay;
import dev.remora.annotation.RemoteModule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;

/** The work itself, as Remora's users write it; the other systems call the same methods. */
@RemoteModule(async = true)
public class Service {

  public int doubleIt(int x) {
    return 2 * x;
  }

  public Sample echo(Sample sample) {
    return sample;
  }

  public byte[] echoBytes(byte[] bytes) {
    return bytes;
  }

  public int nested(IntUnaryOperator callback, int x) {
    return callback.applyAsInt(x);
  }

  public Item makeItem(int factor) {
    return new Item(factor);
  }

  public List<Item> makeItems(int count) {
    List<Item> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(new Item(i));
    }
    return items;
  }

  public void sleep(int millis) {
    sleepFor(millis);
  }

  /** Posts events from a thread of the server's own. */
  public void post(@OneWay LongConsumer listener, int count, int pauseMicros) {
    startPosting(listener, count, pauseMicros);
  }

  static void startPosting(LongConsumer listener, int count, int pauseMicros) {
    Thread poster =
        new Thread(
            () -> {
              for (int i = 0; i < count; i++) {
                LockSupport.parkNanos(1_000L * pauseMicros);
                listener.accept(System.nanoTime());
              }
            },
            "poster");
    poster.setDaemon(true);
    poster.start();
  }

  static void sleepFor(int millis) {
    long end = System.nanoTime() + 1_000_000L * millis;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
