package dev.remora.session;

import dev.remora.RemoteException;
import dev.remora.wire.Frame;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The wait of one thread for the answer to one call; completed exactly once, by whoever reads the
 * answer or ends the connection.
 */
class PendingAnswer extends AnswerReading.Waiter {
  private volatile @Nullable Outcome outcome;

  /** How the wait ended. */
  sealed interface Outcome {}

  /**
   * The answer has come.
   *
   * @param frame its frame
   * @param json stands before the result's meta; the waiting thread's from here on
   */
  record Answered(Frame frame, JsonParser json) implements Outcome {}

  /**
   * The answer will not come.
   *
   * @param reason makes the exception to throw, from the name of the call
   */
  record Failed(Function<String, RemoteException> reason) implements Outcome {}

  /** Whether a thread waits, which can run what the call causes. */
  boolean isAwaited() {
    return true;
  }

  void complete(Outcome how) {
    outcome = how;
    wake();
  }

  @Override
  final boolean isDone() {
    return outcome != null;
  }

  /** How the wait ended; called when it is done. */
  final Outcome outcome() {
    Outcome how = outcome;
    if (how == null) {
      throw new IllegalStateException("the answer has not come");
    }
    return how;
  }
}
