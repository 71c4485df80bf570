package dev.remora.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.LimitExceededException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnedObjectsTest {
  private final OwnedObjects<String> owned =
      new OwnedObjects<>(new AtomicLong(), 5_000, "the limit of this test");

  /** All of them are equal, and none is another. */
  private record Thing(String name) {}

  private record Key(int object, String type) {}

  /** What should be held: how often each id was given. */
  private static final class Expected {
    final Map<Key, Long> ids = new HashMap<>();
    final Map<Long, Key> keys = new HashMap<>();
    final Map<Long, Long> counts = new HashMap<>();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyOrderOfGivingAndReleasingHoldsWhatAMapWouldHold(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Thing> things = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      things.add(new Thing("equal"));
    }
    Expected expected = new Expected();
    for (int step = 0; step < 200_000; step++) {
      // Grows for a while and shrinks for a while, so that the tables are resized both ways.
      boolean gives = random.nextInt(10) < (step / 20_000 % 2 == 0 ? 7 : 3);
      if (gives) {
        give(expected, things, random);
      } else if (!expected.keys.isEmpty()) {
        release(expected, random);
      }
      if (step % 500 == 0) {
        check(expected, things);
      }
    }
    check(expected, things);
    for (long id : List.copyOf(expected.keys.keySet())) {
      owned.release(id, expected.counts.getOrDefault(id, 0L), "released");
    }
    assertThat(owned.size()).isZero();
    assertThat(owned.isEmpty()).isTrue();
    assertThat(owned.byType()).isEmpty();
  }

  private void give(Expected expected, List<Thing> things, SplittableRandom random) {
    int number = random.nextInt(things.size());
    String type = "type " + random.nextInt(3);
    long id = owned.give(things.get(number), type, null);
    Key key = new Key(number, type);
    Long known = expected.ids.putIfAbsent(key, id);
    if (known != null) {
      assertThat(id).isEqualTo(known);
    }
    expected.keys.put(id, key);
    expected.counts.merge(id, 1L, Long::sum);
  }

  private void release(Expected expected, SplittableRandom random) {
    long id = expected.ids.values().stream().skip(random.nextInt(3)).findFirst().orElse(-1L);
    if (id < 0) {
      return;
    }
    long count = 1 + random.nextLong(2);
    owned.release(id, count, "released");
    if (expected.counts.merge(id, -count, Long::sum) <= 0) {
      expected.counts.remove(id);
      expected.ids.remove(expected.keys.remove(id));
    }
  }

  private void check(Expected expected, List<Thing> things) {
    assertThat(owned.size()).isEqualTo(expected.keys.size());
    expected.keys.forEach(
        (id, key) -> {
          OwnedObjects.Held<String> held = Objects.requireNonNull(owned.find(id));
          assertThat(held.object()).isSameAs(things.get(key.object()));
          assertThat(held.sentAs()).isEqualTo(key.type());
        });
    Map<String, Integer> counts = new HashMap<>();
    expected.ids.keySet().forEach(key -> counts.merge(key.type(), 1, Integer::sum));
    Map<String, Integer> reported = new HashMap<>();
    owned.byType().forEach((type, held) -> reported.put(type, held.count()));
    assertThat(reported).isEqualTo(counts);
  }

  @Test
  void anIdThatIsGoneIsNotFoundAndSaysWhy() {
    long id = owned.give(new Thing("a"), "Thing", null);
    owned.release(id, 1, "released by this test");
    assertThat(owned.find(id)).isNull();
    assertThat(owned.describeMissing(id)).startsWith("1 (Thing): released by this test 0.");
    assertThat(owned.find(-1)).isNull();
    assertThat(owned.find(Long.MAX_VALUE)).isNull();
  }

  @Test
  void theLimitCountsObjectsAndNotHowOftenTheyAreSent() {
    OwnedObjects<String> two = new OwnedObjects<>(new AtomicLong(), 2, "Limits.some");
    Thing first = new Thing("a");
    two.give(first, "Thing", null);
    two.give(new Thing("b"), "Thing", null);
    two.give(first, "Thing", null);
    assertThatThrownBy(() -> two.give(new Thing("c"), "Thing", null))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("holds 2 already (Limits.some)");
  }

  @Test
  void reportsCountByTypeAndByOrigin() {
    owned.give(new Thing("a"), "Thing", "A.java:1");
    owned.give(new Thing("b"), "Thing", "A.java:1");
    owned.give(new Thing("c"), "Thing", "B.java:2");
    owned.give(new Object(), "Other", null);
    Map<String, HeldType> types = owned.byType();
    assertThat(types.keySet()).containsExactly("Other", "Thing");
    HeldType things = Objects.requireNonNull(types.get("Thing"));
    assertThat(things.count()).isEqualTo(3);
    assertThat(things.origins()).isEqualTo(Map.of("A.java:1", 2, "B.java:2", 1));
    assertThat(types).extractingByKey("Other").extracting(HeldType::origins).isEqualTo(Map.of());
    assertThat(things.oldest()).isLessThan(Duration.ofMinutes(1));
  }
}
