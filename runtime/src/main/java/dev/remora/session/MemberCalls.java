package dev.remora.session;

import java.nio.ByteBuffer;
import java.util.List;

/** A renderer's calls of members and functions, and how their threads wait. Any thread. */
final class MemberCalls extends OutgoingCalls {
  private final Outbound outbound;
  private final AnswerReading reading;
  private final CallbackQueue callbackQueue;

  MemberCalls(Outbound outbound, AnswerReading reading, CallbackQueue callbackQueue) {
    this.outbound = outbound;
    this.reading = reading;
    this.callbackQueue = callbackQueue;
  }

  @Override
  void send(List<ByteBuffer> frame) {
    outbound.send(frame);
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
