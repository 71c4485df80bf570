package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.CallTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for a slot, and who is woken. */
@Timeout(60)
final class CallSlotsTest {
  private final CallSlots slots = new CallSlots(2);

  @Test
  void allThatWaitWithoutTakingASlotGoOnWhenOneIsFree() throws Exception {
    slots.takeAnyway();
    slots.takeAnyway();
    List<CompletableFuture<WaitEnd>> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      CompletableFuture<WaitEnd> end = new CompletableFuture<>();
      waiting.add(end);
      awaitWaiting(() -> end.complete(slots.awaitFree(Deadline.NONE)));
    }
    slots.free();
    for (CompletableFuture<WaitEnd> end : waiting) {
      assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(WaitEnd.OVER);
    }
    assertThat(slots.taken()).isEqualTo(1);
  }

  private static void awaitWaiting(Runnable body) {
    Thread thread = new Thread(body);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      LockSupport.parkNanos(100_000);
    }
  }

  @Test
  void callsThatWereUnderWayAlreadyAreCountedBeyondTheBound() {
    for (int i = 0; i < 3; i++) {
      slots.takeAnyway();
    }
    slots.free();
    assertThat(slots.awaitFree(Deadline.in(Duration.ofMillis(10)))).isEqualTo(WaitEnd.TIMED_OUT);
    slots.free();
    assertThat(slots.awaitFree(Deadline.NONE)).isEqualTo(WaitEnd.OVER);
  }

  @Test
  void aCallThatFindsNoSlotInTimeSaysHowManyAreUnderWay() {
    assertThat(slots.take(() -> "a call", Deadline.NONE)).isTrue();
    assertThat(slots.take(() -> "a call", Deadline.NONE)).isTrue();
    assertThatThrownBy(() -> slots.take(() -> "a call", Deadline.in(Duration.ofMillis(10))))
        .isInstanceOf(CallTimeoutException.class)
        .hasMessage(
            "a call was not sent in time: 2 calls of this context are under way that nobody waits"
                + " for");
  }
}
