package dev.remora.registry;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The last 1,024 ids that were released, with what they were, why and when; not thread-safe, its
 * owner locks.
 */
final class ReleasedIds {
  private static final int MOST = 1_024;

  private final Map<Long, Release> releases = new LinkedHashMap<>();

  private record Release(String type, String why, long nanoTime) {}

  void add(long id, String type, String why) {
    releases.put(id, new Release(type, why, System.nanoTime()));
    if (releases.size() > MOST) {
      releases.remove(releases.keySet().iterator().next());
    }
  }

  String describe(long id) {
    Release release = releases.get(id);
    if (release == null) {
      return id + ": this context was never given it, or gave it back long ago";
    }
    double seconds = (System.nanoTime() - release.nanoTime()) / 1e9;
    return String.format(
        Locale.ROOT, "%d (%s): %s %.1f s ago", id, release.type(), release.why(), seconds);
  }
}
