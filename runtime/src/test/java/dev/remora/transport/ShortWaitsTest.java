package dev.remora.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ShortWaitsTest {
  private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

  private long now;
  private long overAt;
  private int looks;
  private final ShortWaits waits = new ShortWaits(this::now);

  /** How long other threads have the processor between two looks. */
  private long awayFor;

  /** How often the clock has been read since the last look: before the pause, and behind it. */
  private int readings;

  private long now() {
    readings++;
    if (readings == 2) {
      now += awayFor;
    }
    return now;
  }

  /** Each look takes a microsecond. */
  private boolean look() {
    looks++;
    now += 1_000;
    readings = 0;
    return now >= overAt;
  }

  /** A wait of so long; true if it was over without sleeping. */
  private boolean waitFor(long nanos) {
    looks = 0;
    overAt = now + nanos;
    if (waits.isOverSoon(this::look)) {
      return true;
    }
    now = Math.max(now, overAt);
    waits.slept();
    return false;
  }

  @BeforeEach
  void needsTwoProcessors() {
    assumeTrue(
        Runtime.getRuntime().availableProcessors() > 1,
        "with one processor the peer cannot answer while this thread looks");
  }

  @Test
  void afterAShortWaitTheNextIsNotSleptThrough() {
    assertThat(waitFor(10_000)).isFalse();
    assertThat(looks).isZero();
    assertThat(waitFor(10_000)).isTrue();
    assertThat(looks).isEqualTo(10);
    assertThat(waitFor(0)).isTrue();
  }

  @Test
  void aLongWaitIsLookedAtForAMomentAndTheNextNotAtAll() {
    assertThat(waitFor(10_000)).isFalse();
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(looks).isEqualTo(50);
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(looks).isZero();
  }

  @Test
  void aWaitThatIsALittleTooLongDoesNotEndIt() {
    assertThat(waitFor(10_000)).isFalse();
    assertThat(waitFor(80_000)).isFalse();
    assertThat(looks).isEqualTo(50);
    assertThat(waitFor(10_000)).isTrue();
  }

  @Test
  void oneShortWaitAmongLongOnesCostsOneLookForAMoment() {
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(waitFor(10_000)).isFalse();
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(looks).isEqualTo(50);
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(looks).isZero();
  }

  @Test
  void whoComesBackLateSleepsForSomeTimeAndLongerEachTime() {
    assertThat(waitFor(10_000)).isFalse();
    comeBackLate();
    assertThat(sleptThrough()).isEqualTo(16);
    comeBackLate();
    assertThat(sleptThrough()).isEqualTo(31);
    assertThat(waitFor(10_000)).isTrue();
  }

  private void comeBackLate() {
    awayFor = 4 * MILLISECOND;
    assertThat(waitFor(10_000)).isTrue();
    assertThat(looks).isEqualTo(2);
    awayFor = 0;
  }

  /** How many short waits are slept through until one is looked at. */
  private int sleptThrough() {
    int count = 0;
    while (true) {
      looks = 0;
      overAt = now + 10_000;
      long before = now;
      waits.isOverSoon(
          () -> {
            looks++;
            return true;
          });
      if (looks > 0) {
        return count;
      }
      now = Math.max(before, overAt);
      waits.slept();
      count++;
    }
  }
}
