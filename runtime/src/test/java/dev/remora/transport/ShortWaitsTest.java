package dev.remora.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ShortWaitsTest {
  private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

  private long now;
  private long overAt;
  private int looks;
  private final ShortWaits waits = new ShortWaits(this::look, () -> now);

  /** Each look takes a microsecond. */
  private boolean look() {
    looks++;
    now += 1_000;
    return now >= overAt;
  }

  /** A wait of so long; true if it was over without sleeping. */
  private boolean waitFor(long nanos) throws IOException {
    looks = 0;
    overAt = now + nanos;
    if (waits.isOverSoon()) {
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
  void afterAShortWaitTheNextIsNotSleptThrough() throws IOException {
    assertThat(waitFor(10_000)).isFalse();
    assertThat(looks).isZero();
    assertThat(waitFor(10_000)).isTrue();
    assertThat(looks).isEqualTo(10);
    assertThat(waitFor(0)).isTrue();
  }

  @Test
  void aLongWaitIsLookedAtForAMomentAndTheNextNotAtAll() throws IOException {
    assertThat(waitFor(10_000)).isFalse();
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(looks).isEqualTo(50);
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(looks).isZero();
  }

  @Test
  void aWaitThatIsALittleTooLongDoesNotEndIt() throws IOException {
    assertThat(waitFor(10_000)).isFalse();
    assertThat(waitFor(80_000)).isFalse();
    assertThat(looks).isEqualTo(50);
    assertThat(waitFor(10_000)).isTrue();
  }

  @Test
  void oneShortWaitAmongLongOnesCostsOneLookForAMoment() throws IOException {
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(waitFor(10_000)).isFalse();
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(looks).isEqualTo(50);
    assertThat(waitFor(MILLISECOND)).isFalse();
    assertThat(looks).isZero();
  }
}
