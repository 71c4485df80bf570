package dev.remora.session;

import dev.remora.EncodingException;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * A call of a member, from its first argument to the last byte of its result; used by one thread.
 */
final class OutgoingCall extends RemoteCall implements Subject, References {
  private final CallingContext context;
  private final Command command;
  private final RemoteStub target;
  private final String member;
  private final long callId;
  private final OutgoingFrame frame;
  private final MetaWriter arguments;

  /**
   * The stubs among the arguments: none may be released before the main process has resolved its
   * id.
   */
  private final List<RemoteStub> sentHome = new ArrayList<>(0);

  private @Nullable JsonParser answer;

  OutgoingCall(CallingContext context, Command command, RemoteStub target, String member) {
    RemoteReference reference = RemoteStub.referenceOf(target);
    this.context = context;
    this.command = command;
    this.target = target;
    this.member = member;
    this.callId = context.session().nextCallId();
    this.frame = context.session().newFrame();
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(command.name());
    json.writeNumber(callId);
    json.writeString(context.contextId());
    json.writeNumber(reference.id());
    json.writeString(member);
    if (command != Command.MEMBER_GET) {
      json.writeStartArray();
    }
    this.arguments = new MetaWriter(frame, this, context.session().values(), this, "value");
  }

  @Override
  public MetaWriter wrapArgs() {
    return arguments;
  }

  @Override
  public MetaReader invoke() {
    if (command != Command.MEMBER_GET) {
      frame.json().writeEndArray();
    }
    frame.json().writeEndArray();
    Answer answered = Answer.to(context.session(), this, callId, frame.finish());
    answer = answered.json();
    return answered.result(this, context.session().values(), this);
  }

  @Override
  public void close() {
    try {
      frame.close();
      if (answer != null) {
        answer.close();
      }
    } finally {
      Reference.reachabilityFence(target);
      Reference.reachabilityFence(sentHome);
    }
  }

  @Override
  public String describe() {
    return RemoteStub.referenceOf(target) + "." + member;
  }

  @Override
  public <S extends RemoteStub> S arrived(StubType<S> type, long id) {
    return context.arrived(type, id);
  }

  @Override
  public long sendHome(RemoteStub stub) {
    RemoteReference reference = RemoteStub.referenceOf(stub);
    if (reference.calls() != context) {
      throw new EncodingException(
          "%s belongs to %s and cannot go home through %s"
              .formatted(stub, reference.calls(), context));
    }
    sentHome.add(stub);
    return reference.id();
  }
}
