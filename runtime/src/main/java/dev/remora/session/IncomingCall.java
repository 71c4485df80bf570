package dev.remora.session;

import dev.remora.ErrorCode;
import dev.remora.LimitExceededException;
import dev.remora.ModuleMismatchException;
import dev.remora.RemoteException;
import dev.remora.registry.OwnedObjects;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.ErrorMeta;
import dev.remora.stub.Member;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.Reply;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One call in the main process, from its first argument to its answer; runs on the worker that read
 * it.
 *
 * <p>There is exactly one answer, whatever happens: the result, what the member threw, or why it
 * could not be called. An answer that fails half-way is given up, with the references in it, and
 * replaced by the error.
 */
final class IncomingCall implements Subject {
  private final MainSession session;
  private final Command command;
  private final long callId;
  private final Header header;
  private final Runnable memberStarts;
  private String subject;
  private @Nullable Reply reply;
  private boolean memberStarted;

  /** Lines that belong to the error. */
  private List<String> details = List.of();

  IncomingCall(
      MainSession session, Command command, long callId, Header header, Runnable memberStarts) {
    this.session = session;
    this.command = command;
    this.callId = callId;
    this.header = header;
    this.memberStarts = memberStarts;
    this.subject = command.name();
  }

  @Override
  public String describe() {
    return subject;
  }

  @Override
  public void argumentsRead() {
    memberStarted = command != Command.REQUIRE;
    memberStarts.run();
  }

  /** Makes the call, or answers with {@code refusal}. */
  void run(@Nullable RemoteException refusal) {
    ServedContext context = session.contextOf(header);
    try (OutgoingFrame frame = session.newFrame()) {
      List<ByteBuffer> answer;
      try {
        if (refusal != null) {
          throw refusal;
        }
        startAnswer(frame);
        if (command == Command.REQUIRE) {
          require(context, frame);
        } else {
          member(context, frame);
        }
        frame.json().writeEndArray();
        answer = frame.finish();
      } catch (Throwable e) {
        answer = failure(context, frame, e);
      }
      session.send(answer);
    }
  }

  private void startAnswer(OutgoingFrame frame) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(Command.RETURN.name());
    json.writeNumber(callId);
  }

  private void require(ServedContext context, OutgoingFrame frame) {
    String module = header.text("module");
    String fingerprint = header.optionalText("fingerprint");
    subject = "require('" + module + "')";
    argumentsRead();
    ModuleHost.Required required = session.host().require(context, module);
    Dispatcher<?> dispatcher = required.dispatcher();
    if (fingerprint != null && !fingerprint.equals(dispatcher.fingerprint())) {
      details = dispatcher.members().stream().map(Member::signature).toList();
      throw new ModuleMismatchException(
          "module '%s' has the fingerprint %s here, and %s in the stub"
              .formatted(module, dispatcher.fingerprint(), fingerprint));
    }
    long id = context.give(required);
    frame.given(id);
    writeModule(frame.json(), required, id, fingerprint == null);
  }

  /**
   * An {@code object} meta, or a {@code function} for a class; members only for a peer that has no
   * stub to know them from.
   */
  private static void writeModule(
      JsonGenerator json, ModuleHost.Required required, long id, boolean listMembers) {
    json.writeStartObject();
    json.writeStringProperty("type", required.object() == null ? "function" : "object");
    json.writeStringProperty("name", required.dispatcher().module());
    json.writeNumberProperty("id", id);
    json.writeArrayPropertyStart("members");
    if (listMembers) {
      for (Member member : required.dispatcher().members()) {
        if (required.classExported() || !member.kind().isOfClass()) {
          writeMember(json, member);
        }
      }
    }
    json.writeEndArray();
    json.writeNullProperty("proto");
    json.writeEndObject();
  }

  private static void writeMember(JsonGenerator json, Member member) {
    boolean isProperty =
        switch (member.kind()) {
          case PROPERTY, READ_ONLY_PROPERTY, STATIC_PROPERTY, STATIC_READ_ONLY_PROPERTY -> true;
          case METHOD, CONSTRUCTOR, STATIC_METHOD -> false;
        };
    boolean isWritable =
        member.kind() == Member.Kind.PROPERTY || member.kind() == Member.Kind.STATIC_PROPERTY;
    json.writeStartObject();
    json.writeStringProperty("name", member.name());
    json.writeBooleanProperty("enumerable", true);
    json.writeBooleanProperty("writable", isWritable);
    json.writeStringProperty("type", isProperty ? "get" : "method");
    json.writeEndObject();
  }

  private void member(ServedContext context, OutgoingFrame frame) throws Throwable {
    long id = header.number("object id");
    String name = header.text("member");
    OwnedObjects.Held<Dispatcher<?>> target = context.target(id, action(name));
    subject = target.sentAs() + "#" + id + "." + name;
    reply = new Reply(frame, context, session.values(), this);
    dispatch(context, target.sentAs(), target, name);
  }

  private <T> void dispatch(
      ServedContext context,
      Dispatcher<T> dispatcher,
      OwnedObjects.Held<Dispatcher<?>> target,
      String name)
      throws Throwable {
    Member member = dispatcher.member(name, command == Command.MEMBER_CONSTRUCTOR);
    if (member == null) {
      throw dispatcher.noSuchMember(name);
    }
    if (member.kind().isOfClass()) {
      context.checkClassAccess(dispatcher, name);
    }
    MetaReader args = arguments(context);
    Reply result = Objects.requireNonNull(reply);
    switch (command) {
      case MEMBER_CALL -> {
        if (member.kind() == Member.Kind.STATIC_METHOD) {
          dispatcher.staticCall(name, args, result);
        } else {
          dispatcher.memberCall(ServedContext.object(dispatcher, target), name, args, result);
        }
      }
      case MEMBER_CONSTRUCTOR -> dispatcher.memberConstructor(name, args, result);
      case MEMBER_GET -> {
        argumentsRead();
        if (member.kind().isOfClass()) {
          dispatcher.staticGet(name, result);
        } else {
          dispatcher.memberGet(ServedContext.object(dispatcher, target), name, result);
        }
      }
      case MEMBER_SET -> {
        if (member.kind().isOfClass()) {
          dispatcher.staticSet(name, args);
        } else {
          dispatcher.memberSet(ServedContext.object(dispatcher, target), name, args);
        }
        result.writeVoid();
      }
      default -> throw new IllegalStateException(command + " calls no member");
    }
  }

  private MetaReader arguments(ServedContext context) {
    if (command != Command.MEMBER_GET) {
      header.startArray("arguments");
    }
    return new MetaReader(
        new MetaCursor(
            header.json(), header.frame().attachments(), context, session.values(), this, true));
  }

  private String action(String member) {
    return switch (command) {
      case MEMBER_CONSTRUCTOR -> "construct '" + member + "'";
      case MEMBER_GET -> "get property '" + member + "'";
      case MEMBER_SET -> "set property '" + member + "'";
      default -> "call method '" + member + "'";
    };
  }

  /** The answer that says what went wrong; what the failed one gave away is taken back. */
  private List<ByteBuffer> failure(ServedContext context, OutgoingFrame frame, Throwable raised) {
    for (long id : frame.givenIds()) {
      context.takeBack(id);
    }
    // What a member throws is the member's, also if it is an exception of Remora that reached it
    // from elsewhere.
    boolean raisedByUs = !memberStarted || (reply != null && reply.failure() == raised);
    ErrorCode code = raised instanceof RemoteException remote && raisedByUs ? remote.code() : null;
    try {
      return failure(frame, raised, code);
    } catch (LimitExceededException e) {
      return failure(
          frame,
          new LimitExceededException(subject + " failed, and its error is over a limit", null),
          e.code());
    }
  }

  private List<ByteBuffer> failure(
      OutgoingFrame frame, Throwable raised, @Nullable ErrorCode code) {
    frame.reset();
    startAnswer(frame);
    JsonGenerator json = frame.json();
    json.writeStartObject();
    json.writeStringProperty("type", "exception");
    json.writeName("value");
    ErrorMeta.write(json, raised, code, details);
    json.writeEndObject();
    json.writeEndArray();
    return frame.finish();
  }
}
