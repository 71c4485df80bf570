package dev.remora.session;

import dev.remora.BadArgumentsException;
import dev.remora.CallCancelledException;
import dev.remora.CallTimeoutException;
import dev.remora.DisconnectedException;
import dev.remora.ModuleMismatchException;
import dev.remora.RemoteException;
import dev.remora.registry.OwnedObjects;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.Member;
import dev.remora.stub.MetaReader;
import dev.remora.stub.Reply;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call in the main process, from its first argument to its answer; runs on the worker that read
 * it.
 *
 * <p>There is exactly one answer, whatever happens: the result, what the member threw, or why it
 * could not be called. An answer that fails half-way is given up, with the references in it, and
 * replaced by the error.
 */
final class IncomingCall implements Subject, Passage, Runnable, ServedCall.Body {
  /** Made once, without a stack: in an overload of short deadlines nearly all answers are these. */
  @SuppressWarnings("StaticAssignmentOfThrowable") // it is written, and never thrown to anybody
  private static final RemoteException CANCELLED =
      Answering.unread(new CallCancelledException("the call was cancelled before it could run"));

  @SuppressWarnings("StaticAssignmentOfThrowable") // as above
  private static final RemoteException TOO_LATE =
      Answering.unread(new CallTimeoutException("the call's time was over before it could run"));

  private final MainSession session;
  private final Header header;
  private final Requests requests;
  private final Serving serving = new Serving();
  private ServedContext context;
  private Command command = Command.MEMBER_CALL;
  private ReleaseOrder.@Nullable Undecoded undecoded;
  private RequestReading.@Nullable Lead lead;
  private ServedCall call;
  private @Nullable List<Long> arrived;
  private long targetId;
  private @Nullable Object targetKind;
  private String member = "";
  private @Nullable Reply reply;
  private boolean memberStarted;

  /** Lines that belong to the error. */
  private List<String> details = List.of();

  /** A call that {@code header} has been read of up to its context. */
  IncomingCall(Requests requests, Header header, ServedContext context, ServedCall call) {
    this.session = context.session();
    this.requests = requests;
    this.header = header;
    this.context = context;
    this.call = call;
  }

  /**
   * Serves a call whose head has been read, up to its context; the same again and again.
   *
   * @param resolved told when the call's ids are resolved, where it was not read by this worker
   * @param held the hold of the worker that has read the call, or null if it was another
   */
  void serve(
      ServedContext in,
      Command asked,
      ServedCall served,
      ReleaseOrder.@Nullable Undecoded resolved,
      RequestReading.@Nullable Lead held) {
    context = in;
    command = asked;
    call = served;
    undecoded = resolved;
    lead = held;
    try {
      serving.run(session, in, served, held, this);
    } finally {
      forget();
    }
  }

  /** Lets go of what the call was of. */
  private void forget() {
    arrived = null;
    targetKind = null;
    member = "";
    memberStarted = false;
    details = List.of();
  }

  @Override
  public String describe() {
    return switch (command) {
      case CONTEXT_OPEN -> "opening context " + member;
      case REQUIRE -> "require('" + member + "')";
      case FUNCTION_CALL -> targetKind == null ? command.name() : "function " + target();
      default -> targetKind == null ? command.name() : target() + "." + member;
    };
  }

  @Override
  public ContextEnd context() {
    return context;
  }

  @Override
  public void noteArrived(long id) {
    arrived = Passage.noted(arrived, id);
  }

  @Override
  public void argumentsRead() {
    memberStarted = command != Command.REQUIRE && command != Command.CONTEXT_OPEN;
    if (lead != null) {
      lead.startMember();
    }
    if (undecoded != null) {
      undecoded.decoded();
    }
  }

  /** Makes the call, or answers why it is not made. */
  @Override
  public void run() {
    try (OutgoingFrame frame = session.newFrame()) {
      Reply result = reply(frame);
      OutgoingFrame answer;
      try {
        RemoteException refusal = requests.refusal(call);
        if (refusal != null) {
          throw refusal;
        }
        String ended = context.endReason();
        if (ended != null) {
          throw new DisconnectedException(context + " cannot be used: " + ended);
        }
        if (call.isCancelled()) {
          throw CANCELLED;
        }
        if (call.deadline().isOver()) {
          throw TOO_LATE;
        }
        Serving.checkDepth(session.options().limits().maxCallDepth());
        Answering.start(frame, Command.RETURN, null, call.id());
        call.sendingOutput(this);
        answer = Answering.finish(frame);
      } catch (Throwable e) {
        boolean byUs = !memberStarted || result.failure() == e;
        Answering failed = new Answering(Command.RETURN, null, call.id(), this, context);
        answer = failed.failure(frame, e, byUs, details);
        if (!memberStarted) {
          context.discard(header.frame(), arrived == null ? List.of() : arrived);
        }
      }
      session.loop().sendAnswer(answer, lead);
      if (frame.keepsStubs() || result.failure() != null) {
        reply = null;
      }
    }
  }

  private Reply reply(OutgoingFrame frame) {
    Reply used = reply;
    if (used == null) {
      used = new Reply(frame, this, session.values(), this);
      reply = used;
    } else {
      used.restart(frame);
    }
    return used;
  }

  @Override
  public void serve() throws Throwable {
    Reply result = Objects.requireNonNull(reply);
    switch (command) {
      case CONTEXT_OPEN -> openContext(result);
      case REQUIRE -> require(result);
      case FUNCTION_CALL -> function(result);
      default -> member(result);
    }
  }

  private void openContext(Reply result) {
    member = header.text("new context id");
    argumentsRead();
    if (!session.isNewContext(member)) {
      throw new BadArgumentsException(
          "context '" + member + "' is no new context of this connection");
    }
    session.open(member);
    result.writeVoid();
  }

  private void require(Reply result) {
    String module = header.text("module");
    String fingerprint = header.optionalText("fingerprint");
    member = module;
    argumentsRead();
    ModuleHost.Required required = session.host().require(context, module);
    Dispatcher<?> dispatcher = required.dispatcher();
    if (fingerprint != null && !fingerprint.equals(dispatcher.fingerprint())) {
      details = dispatcher.signatures();
      throw new ModuleMismatchException(
          "module '%s' has the fingerprint %s here, and %s in the stub"
              .formatted(module, dispatcher.fingerprint(), fingerprint));
    }
    long id = context.give(required);
    result.given(id);
    ModuleMeta.write(result.json(), required, id, fingerprint == null);
  }

  private String target() {
    return targetKind + "#" + targetId;
  }

  /** Finds the target, and notes it for errors; their texts are worked out when there is one. */
  private OwnedObjects.Held<Object> target(long id, String name) {
    OwnedObjects.Held<Object> held = context.held(id);
    if (held == null) {
      throw context.missing(id, action(name));
    }
    targetId = id;
    targetKind = held.sentAs();
    member = name;
    return held;
  }

  private void function(Reply result) throws Throwable {
    long id = header.number("function id");
    OwnedObjects.Held<Object> held = target(id, "");
    if (!RemoteFunctions.call(held, arguments(), result)) {
      throw new BadArgumentsException(
          describe() + " is no function, but an object: call its members");
    }
  }

  private void member(Reply result) throws Throwable {
    long id = header.number("object id");
    String name = header.text("member");
    OwnedObjects.Held<Object> held = target(id, name);
    if (!(held.sentAs() instanceof Dispatcher<?> dispatcher)) {
      throw new BadArgumentsException(target() + " is a function or a stream, and has no members");
    }
    dispatch(dispatcher, held, name, result);
  }

  private <T> void dispatch(
      Dispatcher<T> dispatcher, OwnedObjects.Held<Object> held, String name, Reply result)
      throws Throwable {
    Member found = dispatcher.member(name, command == Command.MEMBER_CONSTRUCTOR);
    if (found == null) {
      throw dispatcher.noSuchMember(name);
    }
    if (found.kind().isOfClass()) {
      context.checkClassAccess(dispatcher, name);
    }
    MetaReader args = arguments();
    switch (command) {
      case MEMBER_CALL -> {
        if (found.kind() == Member.Kind.STATIC_METHOD) {
          dispatcher.staticCall(name, args, result);
        } else {
          dispatcher.memberCall(ServedContext.object(dispatcher, held), name, args, result);
        }
      }
      case MEMBER_CONSTRUCTOR -> dispatcher.memberConstructor(name, args, result);
      case MEMBER_GET -> {
        argumentsRead();
        if (found.kind().isOfClass()) {
          dispatcher.staticGet(name, result);
        } else {
          dispatcher.memberGet(ServedContext.object(dispatcher, held), name, result);
        }
      }
      case MEMBER_SET -> {
        if (found.kind().isOfClass()) {
          dispatcher.staticSet(name, args);
        } else {
          dispatcher.memberSet(ServedContext.object(dispatcher, held), name, args);
        }
        result.writeVoid();
      }
      default -> throw new IllegalStateException(command + " calls no member");
    }
  }

  private MetaReader arguments() {
    if (command != Command.MEMBER_GET) {
      header.startArray("arguments");
    }
    return header.metas(this, session.values(), this, true);
  }

  private String action(String member) {
    return switch (command) {
      case MEMBER_CONSTRUCTOR -> "construct '" + member + "'";
      case MEMBER_GET -> "get property '" + member + "'";
      case MEMBER_SET -> "set property '" + member + "'";
      case FUNCTION_CALL -> "call function";
      default -> "call method '" + member + "'";
    };
  }
}
