package dev.remora.session;

import dev.remora.CallTimeoutException;
import dev.remora.EncodingException;
import dev.remora.RemoteInvocationException;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.MetaWriter;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * A call of a member or a function, from its first argument to the last byte of its result; used by
 * one thread, and then again for another call.
 */
final class OutgoingCall extends RemoteCall implements Subject, Passage {
  private ContextEnd context;
  private Command command = Command.MEMBER_CALL;

  /** Null where the call is closed, so that a stub does not stay in use. */
  private @Nullable RemoteStub target;

  private String member = "";
  private long callId;
  private Deadline deadline = Deadline.NONE;
  private OutgoingFrame frame;
  private final MetaWriter arguments;

  private @Nullable List<Long> arrived;
  private boolean sent;
  private @Nullable Answer answer;

  /** Somebody else has it too, and it is not used again. */
  private boolean isShared;

  private OutgoingCall(ContextEnd context) {
    this.context = context;
    this.frame = context.newFrame();
    this.arguments = new MetaWriter(frame, this, context.values(), this, context.elements());
  }

  /**
   * Starts a call.
   *
   * @param callId its id, or 0 for one without an answer
   */
  static OutgoingCall start(
      ContextEnd context, Command command, RemoteStub target, String member, long callId) {
    RemoteReference reference = RemoteStub.inUse(target);
    OutgoingCall used = context.spareParts().calls().take();
    OutgoingCall call = used == null ? new OutgoingCall(context) : used.reopened(context);
    call.command = command;
    call.target = target;
    call.member = member;
    call.callId = callId;
    call.deadline = callId == 0 ? Deadline.NONE : context.deadlineOf(reference);
    call.writeHeader(reference);
    return call;
  }

  private OutgoingCall reopened(ContextEnd by) {
    context = by;
    frame = by.newFrame();
    arguments.restart(frame);
    arrived = null;
    sent = false;
    answer = null;
    return this;
  }

  private void writeHeader(RemoteReference reference) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(command.name());
    Header.writeCallId(json, callId, context.cause(), context.after(), deadline);
    json.writeString(context.contextId());
    json.writeNumber(reference.id());
    if (!isFunctionCall()) {
      json.writeString(member);
    }
    if (command != Command.MEMBER_GET) {
      json.writeStartArray();
    }
  }

  private boolean isFunctionCall() {
    return command == Command.FUNCTION_CALL || command == Command.RENDERER_CALLBACK;
  }

  long callId() {
    return callId;
  }

  Deadline deadline() {
    return deadline;
  }

  @Override
  public ContextEnd context() {
    return context;
  }

  @Override
  public MetaWriter wrapArgs() {
    return arguments;
  }

  @Override
  public MetaReader invoke() {
    OutgoingFrame message = message();
    if (callId == 0) {
      return posted(message);
    }
    PendingAnswer.Outcome outcome = context.calls().exchange(context, callId, message, deadline);
    sent = !(outcome instanceof PendingAnswer.NotSent);
    Answer answered = Answer.of(outcome, context, this);
    try {
      MetaReader result = answered.result(this, context.values(), this);
      answer = answered;
      return result;
    } catch (RemoteInvocationException e) {
      throw timedOut(e) ? new CallTimeoutException(describe() + " was not answered in time", e) : e;
    }
  }

  /** Whether the other side has run out of the time that this call had for both. */
  private boolean timedOut(RemoteInvocationException e) {
    return deadline.isOver() && e.isRemotely(CallTimeoutException.class.getName());
  }

  private MetaReader posted(OutgoingFrame message) {
    isShared = true;
    context.postEvent(new EventQueue.Event(message, this));
    sent = true;
    context.holdBack(this);
    JsonParser nothing = context.values().nothing();
    return new MetaReader(new MetaCursor(nothing, List.of(), this, context.values(), this, false));
  }

  @Override
  public void post() {
    context.postCall(this, message());
    sent = true;
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> invokeAsync(ResultReader<T> result) {
    return invokeAsync(result, e -> e);
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> invokeAsync(
      ResultReader<T> result, Declared declared) {
    if (frame.keepsStubs()) {
      // They stay in use until the call is answered, and so does the frame that keeps them.
      frame.detach();
    }
    AsyncCall<T> async = new AsyncCall<>(this, result, declared);
    sent = async.send(this, message());
    return async.future();
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> invokePromise(
      ResultReader<? extends CompletionStage<T>> result) {
    return invokePromise(result, e -> e);
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> invokePromise(
      ResultReader<? extends CompletionStage<T>> result, Declared declared) {
    return new PromisedResult<T>(invokeAsync(result, declared), declared);
  }

  /** The whole message, behind what was written before it. */
  private OutgoingFrame message() {
    context.sendAhead();
    if (command != Command.MEMBER_GET) {
      frame.json().writeEndArray();
    }
    frame.json().writeEndArray();
    return frame.finish();
  }

  @Override
  public void close() {
    RemoteStub called = target;
    if (called == null) {
      return;
    }
    try {
      if (answer != null) {
        answer.end(context, arrived);
      }
      if (!sent) {
        takeBack();
      }
    } finally {
      frame.close();
      Reference.reachabilityFence(called);
    }
    // A frame that keeps stubs in use is somebody else's now, or was too large to be used again.
    if (!isShared && !frame.keepsStubs()) {
      target = null;
      context.spareParts().calls().giveBack(this);
    }
  }

  /** Takes back what the call gives: it will not be sent. */
  void takeBack() {
    for (long id : frame.givenIds()) {
      context.takeBack(id);
    }
  }

  /** What is called; lives on when this is used for another call. */
  CallName name() {
    return new CallName(Objects.requireNonNull(target), member);
  }

  /** The frame, if it keeps the stubs that are named in it reachable. */
  @Nullable OutgoingFrame keepsStubs() {
    return frame.keepsStubs() ? frame : null;
  }

  @Override
  public String describe() {
    return name().describe();
  }

  @Override
  public void noteArrived(long id) {
    arrived = Passage.noted(arrived, id);
  }

  @Override
  public long sendHome(RemoteStub stub) {
    RemoteReference reference = RemoteStub.referenceOf(stub);
    if (!isHome(stub)) {
      throw new EncodingException(
          "%s belongs to %s and cannot go home through %s"
              .formatted(stub, reference.calls(), context));
    }
    return reference.id();
  }
}
