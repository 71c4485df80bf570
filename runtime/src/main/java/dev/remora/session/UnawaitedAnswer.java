package dev.remora.session;

import dev.remora.stub.Subject;
import org.jspecify.annotations.Nullable;

/** The answer to a call that no thread waits for, so that none can run what the call causes. */
abstract class UnawaitedAnswer extends PendingAnswer {
  private @Nullable CallSlots slots;

  UnawaitedAnswer(ContextEnd context) {
    super(context);
  }

  /** Waits until there is room for the call, before it is sent. */
  final void takeSlot(CallSlots of, Subject call, Deadline deadline) {
    if (of.take(call, deadline)) {
      slots = of;
    }
  }

  /** Takes a slot although there may be none: the call is under way. */
  final void takeSlotAnyway(CallSlots of) {
    of.takeAnyway();
    slots = of;
  }

  @Override
  final boolean isWaitedForHere() {
    return false;
  }

  /** The call is not under way any more, also if its answer is thrown away. */
  @Override
  final void over() {
    if (slots != null) {
      slots.free();
    }
  }

  @Override
  final boolean cause(Runnable call) {
    return false;
  }

  @Override
  final boolean completeBy(Header header) {
    complete(new Unopened(header.giveFrame(), context().undecoded()));
    return false;
  }

  @Override
  void complete(Outcome how) {
    try {
      take(how);
    } finally {
      over();
    }
  }

  /** Takes the end of the call, on a thread that must not wait. */
  abstract void take(Outcome how);
}
