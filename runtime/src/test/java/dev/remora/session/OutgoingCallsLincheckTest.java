package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.fixture.Interleavings;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * The pending calls of a connection, under Lincheck: they are answered, given up, ended with their
 * context or with the connection, and each of them ends exactly once.
 */
@Param(name = "call", gen = IntGen.class, conf = "0:1")
public final class OutgoingCallsLincheckTest {
  private final EndForTests context = new EndForTests();
  private final OutgoingCalls calls = context.calls();
  private final Pending[] pending = {new Pending(context), new Pending(context)};

  /** Counts how often it ends. */
  private static final class Pending extends PendingAnswer {
    final AtomicInteger ends = new AtomicInteger();
    volatile boolean begun;
    volatile boolean givenUp;

    Pending(ContextEnd context) {
      super(context);
    }

    @Override
    void complete(Outcome how) {
      ends.incrementAndGet();
      super.complete(how);
    }
  }

  @Operation(runOnce = true)
  public void begin0() {
    begin(0);
  }

  @Operation(runOnce = true)
  public void begin1() {
    begin(1);
  }

  private void begin(int call) {
    calls.add(call + 1, pending[call]);
    pending[call].begun = true;
  }

  @Operation(params = "call")
  public void answer(int call) {
    PendingAnswer taken = calls.take(call + 1);
    if (taken != null) {
      taken.complete(new PendingAnswer.Failed(text -> new DisconnectedException(text)));
    }
  }

  @Operation(params = "call", nonParallelGroup = "callers")
  public void giveUp(int call) {
    Pending own = pending[call];
    if (own.begun && !own.givenUp && calls.giveUp(context, call + 1, own)) {
      own.givenUp = true;
    }
  }

  @Operation(runOnce = true)
  public void endContext() {
    context.end("the context was closed");
  }

  @Operation(runOnce = true)
  public void endConnection() {
    calls.failAll(text -> new DisconnectedException(text));
  }

  @Validate
  public void eachCallEndsOnce() {
    endConnection();
    for (Pending call : pending) {
      // What was given up ends for its caller at once, and what stands for it when all end.
      int expected = call.begun && !call.givenUp ? 1 : 0;
      if (call.ends.get() != expected) {
        throw new IllegalStateException(
            "ended %d times, not %d".formatted(call.ends.get(), expected));
      }
    }
    if (calls.size() != 0 || context.givenUp().taken() != 0) {
      throw new IllegalStateException(
          "%d calls and %d places are left".formatted(calls.size(), context.givenUp().taken()));
    }
  }

  @Test
  void eachInterleavingEndsEachCallOnce() {
    Interleavings.areAllRight(OutgoingCallsLincheckTest.class);
  }

  @Test
  void aTableThatLooksForTheEndTooEarlyIsFoundWrong() {
    Interleavings.areFoundWrong(LooksTooEarly.class);
  }

  /** The control: looks whether the connection has ended before the call is in the table. */
  public static final class LooksTooEarly {
    private final ConcurrentMap<Integer, AtomicInteger> byId = new ConcurrentHashMap<>();
    private final AtomicInteger ends = new AtomicInteger();
    private volatile boolean begun;
    private volatile boolean ended;

    @Operation(runOnce = true)
    public void begin() {
      if (ended) {
        ends.incrementAndGet();
      } else {
        byId.put(1, ends);
      }
      begun = true;
    }

    @Operation(runOnce = true)
    public void endConnection() {
      ended = true;
      for (Integer id : byId.keySet()) {
        AtomicInteger call = byId.remove(id);
        if (call != null) {
          call.incrementAndGet();
        }
      }
    }

    @Validate
    public void eachCallEndsOnce() {
      if (begun && ended && ends.get() != 1) {
        throw new IllegalStateException("ended " + ends + " times");
      }
    }
  }
}
