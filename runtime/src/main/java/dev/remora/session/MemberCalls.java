package dev.remora.session;

/** A renderer's calls of members and functions, and how their threads wait. Any thread. */
final class MemberCalls extends OutgoingCalls {
  private final AnswerReading reading;
  private final CallbackQueue callbackQueue;

  MemberCalls(Outbound outbound, AnswerReading reading, CallbackQueue callbackQueue) {
    super(outbound);
    this.reading = reading;
    this.callbackQueue = callbackQueue;
  }

  @Override
  WaitEnd await(PendingAnswer answer, Deadline deadline) {
    return reading.await(answer, deadline);
  }

  @Override
  void runElsewhere(Runnable caused) {
    callbackQueue.add(caused);
  }
}
