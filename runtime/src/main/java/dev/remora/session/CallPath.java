package dev.remora.session;

import dev.remora.stub.References;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * How calls leave one context of one side: the renderer's on members, the main process's on
 * callbacks.
 */
interface CallPath extends References {

  /** The context's id. */
  String contextId();

  /** An empty frame. */
  OutgoingFrame newFrame();

  /** The encoding of the connection. */
  JsonEncoding encoding();

  /** Databind of the connection. */
  ValueMapper values();

  /** The field of array metas on this side. */
  String elements();

  /** The next call's id. */
  long nextCallId();

  /**
   * The call from the other side that this thread serves, if it came over the same connection; else
   * 0.
   */
  long cause();

  /** The call that this thread has posted last, if it has not been answered; else 0. */
  long after();

  /**
   * Sends a call of a member whose answer nobody waits for; waits itself if too many are under way.
   */
  void postCall(long callId, List<ByteBuffer> frame, String call);

  /**
   * Sends a call and waits for its answer on the calling thread, which serves what the call causes.
   */
  PendingAnswer.Outcome exchange(long callId, List<ByteBuffer> frame);

  /** Sends a frame that has no answer. */
  void post(List<ByteBuffer> frame);
}
