package dev.remora.session;

import dev.remora.AccessBlockedException;
import dev.remora.ErrorCode;
import dev.remora.ModuleMismatchException;
import dev.remora.VersionSkew;
import dev.remora.log.LateLogger;
import dev.remora.stub.ErrorMeta;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.ModuleReference;
import dev.remora.stub.References;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StubType;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A module as one context requires it: the first of the two round trips. */
final class RequiredModule<S extends RemoteStub> implements ModuleReference<S>, Subject {
  private static final LateLogger LOG = new LateLogger(RequiredModule.class);
  private static final References NONE = new References() {};

  private final CallingContext context;
  private final StubType<S> type;

  RequiredModule(CallingContext context, StubType<S> type) {
    this.context = context;
    this.type = type;
  }

  @Override
  public S stub() {
    RemoteStub handle = require();
    if (!type.stubClass().isInstance(handle)) {
      throw new AccessBlockedException(
          "module '%s' is exported as a class only: construct an object of it, or have the main process export one"
              .formatted(type.module()));
    }
    return type.stubClass().cast(handle);
  }

  @Override
  public RemoteReference atFirstCall() {
    return RemoteReference.atFirstCall(type, this, context);
  }

  @Override
  public RemoteCall memberConstructor(String member) {
    return context.start(Command.MEMBER_CONSTRUCTOR, handle(), member);
  }

  @Override
  public RemoteCall memberCall(String member) {
    return context.start(Command.MEMBER_CALL, handle(), member);
  }

  @Override
  public RemoteCall memberGet(String member) {
    return context.start(Command.MEMBER_GET, handle(), member);
  }

  @Override
  public RemoteCall memberSet(String member) {
    return context.start(Command.MEMBER_SET, handle(), member);
  }

  @Override
  public String describe() {
    return "require('" + type.module() + "')";
  }

  private RemoteStub handle() {
    RemoteStub handle = context.handle(type.module());
    return handle == null ? require() : handle;
  }

  private RemoteStub require() {
    try {
      return require(type.fingerprint());
    } catch (ModuleMismatchException skew) {
      if (context.session().options().versionSkew() == VersionSkew.REFUSED) {
        throw skew;
      }
      if (context.isFirstSkew(type.module())) {
        LOG.get().log(Level.WARNING, "used all the same: {0}", skew.getMessage());
      }
      return require(null);
    }
  }

  /** Without a fingerprint, main compares nothing. */
  private RemoteStub require(@Nullable String fingerprint) {
    RendererSession session = context.session();
    long callId = context.calls().nextId();
    Deadline deadline = context.deadline(context.defaultTimeout());
    Answer answer;
    try (OutgoingFrame frame = session.newFrame()) {
      JsonGenerator json = frame.json();
      json.writeStartArray();
      json.writeString(Command.REQUIRE.name());
      Header.writeCallId(json, callId, context.cause(), context.after(), deadline);
      json.writeString(context.contextId());
      json.writeString(type.module());
      if (fingerprint != null) {
        json.writeString(fingerprint);
      }
      json.writeEndArray();
      answer = Answer.to(context, this, callId, frame.finish(), deadline);
    }
    try {
      RemoteStub handle = handle(answer, session);
      context.remember(type.module(), handle);
      return handle;
    } finally {
      answer.close();
    }
  }

  private RemoteStub handle(Answer answer, RendererSession session) {
    MetaCursor cursor = answer.header().cursor(NONE, session.values(), this, false);
    ErrorMeta error = answer.errorOrNull(this);
    if (error != null) {
      throw error.code() == ErrorCode.MODULE_MISMATCH
          ? mismatch(error.details())
          : Answer.thrown(error, this);
    }
    String metaType = cursor.peekType();
    if ("function".equals(metaType)) {
      return context.arrived(
          ClassHandle.of(type.module()), cursor.reference("function", "id", "a class"));
    }
    return context.arrived(type, cursor.reference("object", "id", "an object of " + type.module()));
  }

  /**
   * Which members differ; the main process sends its own, because only here both lists are known.
   */
  private ModuleMismatchException mismatch(List<String> mains) {
    Set<String> onlyHere = new TreeSet<>(type.signatures().get());
    Set<String> onlyThere = new TreeSet<>(mains);
    onlyHere.removeAll(mains);
    onlyThere.removeAll(type.signatures().get());
    return new ModuleMismatchException(
        ("module '%s' of the main process is another version than %s; compile both against the same source. Only in the"
                + " stub: %s. Only in the main process: %s")
            .formatted(
                type.module(), type.stubClass().getName(), listed(onlyHere), listed(onlyThere)));
  }

  private static String listed(Set<String> signatures) {
    return signatures.isEmpty() ? "nothing" : String.join("; ", signatures);
  }

  @Override
  public String toString() {
    return "module '" + type.module() + "'";
  }
}
