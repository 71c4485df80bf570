package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.EncodingException;
import dev.remora.stub.Codec;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.FunctionType;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.MetaWriter;
import dev.remora.stub.References;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StubType;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
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
final class OutgoingCall extends RemoteCall implements Subject, References {
  private final CallPath path;
  private final Command command;
  private final RemoteStub target;
  private final String member;
  private final long callId;
  private final OutgoingFrame frame;
  private final MetaWriter arguments;

  /**
   * The stubs among the arguments: none may be released before the other side has resolved its id.
   */
  private final List<RemoteStub> sentHome = new ArrayList<>(0);

  private boolean sent;
  private @Nullable JsonParser answer;

  /**
   * Starts a call.
   *
   * @param callId its id, or 0 for one without an answer
   */
  OutgoingCall(CallPath path, Command command, RemoteStub target, String member, long callId) {
    this.path = path;
    this.command = command;
    this.target = target;
    this.member = member;
    this.callId = callId;
    this.frame = path.newFrame();
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(command.name());
    writeId(json);
    json.writeString(path.contextId());
    json.writeNumber(RemoteStub.referenceOf(target).id());
    if (!isFunctionCall()) {
      json.writeString(member);
    }
    if (command != Command.MEMBER_GET) {
      json.writeStartArray();
    }
    this.arguments = new MetaWriter(frame, this, path.values(), this, path.elements());
  }

  private void writeId(JsonGenerator json) {
    long cause = path.cause();
    long after = path.after();
    if (cause == 0 && after == 0) {
      json.writeNumber(callId);
    } else {
      json.writeStartArray();
      json.writeNumber(callId);
      json.writeNumber(cause);
      json.writeNumber(after);
      json.writeEndArray();
    }
  }

  private boolean isFunctionCall() {
    return command == Command.FUNCTION_CALL || command == Command.RENDERER_CALLBACK;
  }

  @Override
  public MetaWriter wrapArgs() {
    return arguments;
  }

  @Override
  public MetaReader invoke() {
    List<ByteBuffer> message = message();
    if (callId == 0) {
      try {
        path.post(message);
      } catch (DisconnectedException e) {
        throw new DisconnectedException(describe() + " was not sent: " + e.getMessage(), e);
      }
      answer = path.values().nothing();
      return new MetaReader(new MetaCursor(answer, List.of(), this, path.values(), this, false));
    }
    Answer answered = Answer.to(path, this, callId, message);
    answer = answered.json();
    return answered.result(this, path.values(), this);
  }

  @Override
  public void post() {
    path.postCall(callId, message(), describe());
  }

  private List<ByteBuffer> message() {
    if (command != Command.MEMBER_GET) {
      frame.json().writeEndArray();
    }
    frame.json().writeEndArray();
    List<ByteBuffer> message = frame.finish();
    sent = true;
    return message;
  }

  @Override
  public void close() {
    try {
      frame.close();
      if (answer != null) {
        answer.close();
      }
      if (!sent) {
        for (long id : frame.givenIds()) {
          path.takeBack(id);
        }
      }
    } finally {
      Reference.reachabilityFence(target);
      Reference.reachabilityFence(sentHome);
    }
  }

  @Override
  public String describe() {
    RemoteReference reference = RemoteStub.referenceOf(target);
    return isFunctionCall() ? "function " + reference : reference + "." + member;
  }

  @Override
  public <T> long give(Dispatcher<T> dispatcher, T object) {
    return path.give(dispatcher, object);
  }

  @Override
  public <F> long give(FunctionType<F> type, F function) {
    return path.give(type, function);
  }

  @Override
  public <T> long promise(CompletionStage<T> promise, Codec<T> value) {
    return path.promise(promise, value);
  }

  @Override
  public <T> CompletableFuture<T> promised(long id, Codec<T> value) {
    return path.promised(id, value);
  }

  @Override
  public <T> T find(Dispatcher<T> dispatcher, long id) {
    return path.find(dispatcher, id);
  }

  @Override
  public <F> F find(FunctionType<F> type, long id) {
    return path.find(type, id);
  }

  @Override
  public <S extends RemoteStub> S arrived(StubType<S> type, long id) {
    return path.arrived(type, id);
  }

  @Override
  public <F> F arrived(FunctionType<F> type, long id, String origin) {
    return path.arrived(type, id, origin);
  }

  @Override
  public String origin() {
    return path.origin();
  }

  @Override
  public boolean isHome(RemoteStub stub) {
    return path.isHome(stub);
  }

  @Override
  public long sendHome(RemoteStub stub) {
    RemoteReference reference = RemoteStub.referenceOf(stub);
    if (!path.isHome(stub)) {
      throw new EncodingException(
          "%s belongs to %s and cannot go home through %s"
              .formatted(stub, reference.calls(), path));
    }
    sentHome.add(stub);
    return reference.id();
  }
}
