package dev.remora.registry;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The objects of one type that a context holds, for reports.
 *
 * @param count how many there are
 * @param oldest how long the one has been held that was given first, in whole seconds
 * @param origins how many of them were given where; empty if that is not recorded
 */
public record HeldType(int count, Duration oldest, Map<String, Integer> origins) {

  /** Copies the origins. */
  public HeldType {
    origins = Map.copyOf(origins);
  }

  /** Counts the objects of a type. */
  static final class Count {
    private final Map<String, Integer> origins = new TreeMap<>();
    private int count;
    private int firstSeconds = Integer.MAX_VALUE;

    void add(OwnedObject entry) {
      count++;
      firstSeconds = Math.min(firstSeconds, entry.sinceSeconds);
      if (entry.origin != null) {
        origins.merge(entry.origin, 1, Integer::sum);
      }
    }

    HeldType at(int nowSeconds) {
      return new HeldType(count, Duration.ofSeconds(nowSeconds - firstSeconds), origins);
    }
  }
}
