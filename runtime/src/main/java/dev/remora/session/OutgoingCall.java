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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * A call of a member or a function, from its first argument to the last byte of its result; used by
 * one thread.
 */
final class OutgoingCall extends RemoteCall implements Subject, Passage {
  private final ContextEnd context;
  private final Command command;
  private final RemoteStub target;
  private final String member;
  private final long callId;
  private final Deadline deadline;
  private final OutgoingFrame frame;
  private final MetaWriter arguments;

  private @Nullable List<Long> arrived;
  private boolean sent;
  private @Nullable Answer answer;

  /**
   * Starts a call.
   *
   * @param callId its id, or 0 for one without an answer
   */
  OutgoingCall(ContextEnd context, Command command, RemoteStub target, String member, long callId) {
    RemoteReference reference = RemoteStub.inUse(target);
    this.context = context;
    this.command = command;
    this.target = target;
    this.member = member;
    this.callId = callId;
    this.deadline = callId == 0 ? Deadline.NONE : context.deadlineOf(reference);
    this.frame = context.newFrame();
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(command.name());
    new Header.CallId(callId, context.cause(), context.after(), deadline).write(json);
    json.writeString(context.contextId());
    json.writeNumber(reference.id());
    if (!isFunctionCall()) {
      json.writeString(member);
    }
    if (command != Command.MEMBER_GET) {
      json.writeStartArray();
    }
    this.arguments = new MetaWriter(frame, this, context.values(), this, context.elements());
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
    Answer answered = Answer.of(outcome, this);
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
    sent = async.send(message());
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
    try {
      if (answer != null) {
        close(answer);
      }
      if (!sent) {
        takeBack();
      }
    } finally {
      frame.close();
      Reference.reachabilityFence(target);
    }
  }

  /** Takes back what the call gives: it will not be sent. */
  void takeBack() {
    for (long id : frame.givenIds()) {
      context.takeBack(id);
    }
  }

  /** Ends the reading of an answer; what was not read of it is given back. */
  void close(Answer read) {
    if (!read.isAtEnd()) {
      context.discard(read.frame(), arrived == null ? List.of() : arrived);
    }
    read.recycle(context.encoding());
  }

  @Override
  public String describe() {
    RemoteReference reference = RemoteStub.referenceOf(target);
    return isFunctionCall() && member.isEmpty()
        ? "function " + reference
        : reference + "." + member;
  }

  @Override
  public void noteArrived(long id) {
    if (arrived == null) {
      arrived = new ArrayList<>();
    }
    arrived.add(id);
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
