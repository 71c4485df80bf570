package dev.remora.session;

import dev.remora.RemoteException;
import dev.remora.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call that has not been answered, and the thread that waits for it and runs what the call
 * causes meanwhile; completed exactly once, by whoever reads the answer or ends the connection.
 */
class PendingAnswer {
  private final ContextEnd context;
  private final Thread thread = Thread.currentThread();
  private long callId;

  /** Made when the call has caused something. */
  private volatile @Nullable ConcurrentLinkedQueue<Runnable> caused;

  private volatile boolean givenUp;
  private volatile @Nullable Outcome outcome;

  /** A call of a context, which the current thread makes. */
  PendingAnswer(ContextEnd context) {
    this.context = context;
  }

  /** The id under which the call waits in the table of its connection. */
  final long callId() {
    return callId;
  }

  /** Called once, before the call is put there. */
  final void setCallId(long id) {
    callId = id;
  }

  /** The context that has made the call. */
  public final ContextEnd context() {
    return context;
  }

  /** How the wait ended: an answer has come, or will not come, or was never asked for. */
  sealed interface Outcome permits Answer, Unopened, Failed, NotSent {}

  /**
   * The answer has come, and nobody waits for it: it is opened by whoever takes it, so that many of
   * them can lie there without a parser each.
   *
   * @param frame its frame
   * @param undecoded to be told when the ids in the answer are resolved
   */
  record Unopened(Frame frame, ReleaseOrder.Undecoded undecoded) implements Outcome {}

  /**
   * The answer will not come.
   *
   * @param reason makes the exception to throw, from the name of the call
   */
  record Failed(Function<String, RemoteException> reason) implements Outcome {}

  /**
   * The call was not sent: what it gives is to be taken back.
   *
   * @param reason makes the exception to throw, from the name of the call
   */
  record NotSent(Function<String, RemoteException> reason) implements Outcome {}

  /**
   * The answer has come, and is to be read behind {@code header}; like {@link #complete}.
   *
   * @return whether the header is the answer's from here on
   */
  boolean completeBy(Header header) {
    complete(header.answer(context.undecoded()));
    return true;
  }

  /** Called once, by a thread that must not wait. */
  void complete(Outcome how) {
    outcome = how;
    wake();
  }

  /** The answer to a call that was given up has come. */
  void over() {}

  /** Whether the answer, or the failure that stands for it, is there. */
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

  /**
   * Hands over a call that this call has caused.
   *
   * @return false if nobody waits who could run it
   */
  boolean cause(Runnable call) {
    ConcurrentLinkedQueue<Runnable> calls = caused();
    calls.add(call);
    // Whoever gives the call up says so before it takes what is left: one of the two sees the
    // other.
    if (givenUp && calls.remove(call)) {
      return false;
    }
    wake();
    return true;
  }

  private ConcurrentLinkedQueue<Runnable> caused() {
    ConcurrentLinkedQueue<Runnable> calls = caused;
    if (calls == null) {
      synchronized (this) {
        calls = caused;
        if (calls == null) {
          calls = new ConcurrentLinkedQueue<>();
          caused = calls;
        }
      }
    }
    return calls;
  }

  private boolean hasCaused() {
    ConcurrentLinkedQueue<Runnable> calls = caused;
    return calls != null && !calls.isEmpty();
  }

  private @Nullable Runnable nextCaused() {
    ConcurrentLinkedQueue<Runnable> calls = caused;
    return calls == null ? null : calls.poll();
  }

  /** Whether the waiting thread has anything to do but to wait. */
  final boolean isCalled() {
    return isDone() || hasCaused();
  }

  /** Runs what was caused so far, on the waiting thread. */
  final void runCaused() {
    for (Runnable call = nextCaused(); call != null; call = nextCaused()) {
      call.run();
    }
  }

  /** Whether the answer is there and all that came before it has run. */
  final boolean isOver() {
    return isDone() && !hasCaused();
  }

  /** The thread waits no longer: what it has not run, for somebody else to run. */
  final List<Runnable> giveUp() {
    givenUp = true;
    List<Runnable> left = new ArrayList<>();
    for (Runnable call = nextCaused(); call != null; call = nextCaused()) {
      left.add(call);
    }
    return left;
  }

  /** Whether the current thread itself waits for this answer, further down its stack. */
  boolean isWaitedForHere() {
    return Thread.currentThread() == thread;
  }

  /** Wakes the thread: it is done, or may lead. Any thread. */
  final void wake() {
    if (Thread.currentThread() != thread) {
      LockSupport.unpark(thread);
    }
  }
}
