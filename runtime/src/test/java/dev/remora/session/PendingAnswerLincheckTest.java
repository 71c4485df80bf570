package dev.remora.session;

import dev.remora.fixture.Interleavings;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * A call that waits, under Lincheck: what it causes is run by its thread, or by somebody else when
 * the thread has given up, and never by nobody.
 */
public final class PendingAnswerLincheckTest {
  private final PendingAnswer answer = new PendingAnswer(new EndForTests());
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger run = new AtomicInteger();

  @Operation
  public void cause() {
    if (answer.cause(run::incrementAndGet)) {
      accepted.incrementAndGet();
    }
  }

  @Operation(nonParallelGroup = "thread")
  public void runCaused() {
    answer.runCaused();
  }

  @Operation(nonParallelGroup = "thread")
  public void giveUp() {
    answer.giveUp().forEach(Runnable::run);
  }

  @Validate
  public void nothingIsLeftToNobody() {
    giveUp();
    if (accepted.get() != run.get()) {
      throw new IllegalStateException(accepted + " were accepted, and " + run + " run");
    }
  }

  @Test
  void eachInterleavingRunsWhatWasAccepted() {
    Interleavings.areAllRight(PendingAnswerLincheckTest.class);
  }

  @Test
  void aCallThatDoesNotLookAgainIsFoundWrong() {
    Interleavings.areFoundWrong(WithoutSecondLook.class);
  }

  /** The control: looks whether the thread has given up before it hands over, and not after. */
  public static final class WithoutSecondLook {
    private final Queue<Runnable> caused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger run = new AtomicInteger();
    private volatile boolean givenUp;

    @Operation
    public void cause() {
      if (!givenUp) {
        caused.add(run::incrementAndGet);
        accepted.incrementAndGet();
      }
    }

    @Operation(nonParallelGroup = "thread", runOnce = true)
    public void giveUp() {
      givenUp = true;
      for (Runnable call = caused.poll(); call != null; call = caused.poll()) {
        call.run();
      }
    }

    @Validate
    public void nothingIsLeftToNobody() {
      if (givenUp && accepted.get() != run.get()) {
        throw new IllegalStateException(accepted + " were accepted, and " + run + " run");
      }
    }
  }
}
