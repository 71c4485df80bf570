package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.MissingObjectException;
import dev.remora.ProtocolException;
import dev.remora.registry.OwnedObjects;
import dev.remora.stub.ModuleReference;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StubType;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.Command;
import dev.remora.wire.Encoding;
import dev.remora.wire.OutgoingFrame;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One scope of ownership of a renderer: the stubs that it has in use, and the calls on them. Any
 * thread.
 */
public final class CallingContext extends ContextEnd {
  /** Half of what the main process accepts by default: the other half is for threads that wait. */
  private static final int UNAWAITED_CALLS = 512;

  /** With so many calls under way, their frames leave together. */
  private static final int FEW_CALLS = 8;

  private final RendererSession session;

  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final CallSlots slots = new CallSlots(UNAWAITED_CALLS);
  private final PostedCalls posted = new PostedCalls(this, slots);

  /** What modules were required as, so that a construction need not require its class each time. */
  private final ConcurrentMap<String, WeakReference<RemoteStub>> handles =
      new ConcurrentHashMap<>();

  /** The modules of another version that were told of; as many as there are stubs. */
  private final Set<String> skewed = ConcurrentHashMap.newKeySet();

  CallingContext(RendererSession session, String contextId, AtomicLong ids) {
    super(
        contextId,
        ids,
        session.options().limits().maxCallbacksPerContext(),
        "Limits.maxCallbacksPerContext");
    this.session = session;
  }

  /**
   * A module, by its stub; nothing is sent.
   *
   * @param <S> the stub
   * @param type the stub's type
   * @return the module as this context sees it
   */
  public <S extends RemoteStub> ModuleReference<S> require(StubType<S> type) {
    return new RequiredModule<>(this, type);
  }

  /**
   * How many stubs are in use.
   *
   * @return the size of the stub cache
   */
  public int stubsInUse() {
    return proxies.size();
  }

  @Override
  public RemoteCall start(Command command, RemoteStub target, String member) {
    return OutgoingCall.start(this, command, target, member, calls().nextId());
  }

  @Override
  RendererSession session() {
    return session;
  }

  @Override
  OutgoingFrame newFrame() {
    return session.newFrame();
  }

  @Override
  SpareParts spareParts() {
    return session.spareParts();
  }

  @Override
  Encoding encoding() {
    return session.encoding();
  }

  @Override
  ValueMapper values() {
    return session.values();
  }

  @Override
  OutgoingCalls calls() {
    return session.calls();
  }

  @Override
  public void execute(Runnable task) {
    session.attendant().execute(task);
  }

  @Override
  String elements() {
    return "value";
  }

  @Override
  @Nullable Duration defaultTimeout() {
    return session.options().callTimeout();
  }

  @Override
  long after() {
    return posted.last();
  }

  @Override
  void postCall(OutgoingCall call, OutgoingFrame frame) {
    posted.send(call, frame);
  }

  @Override
  boolean sendAsync(OutgoingCall call, OutgoingFrame frame, AsyncCall<?> answer) {
    checkOpen(call);
    answer.takeSlot(slots, call, call.deadline());
    calls().add(call.callId(), answer);
    PendingAnswer.NotSent unsent =
        slots.taken() < FEW_CALLS || !frame.isSmall() || !session.isFlushed()
            ? calls().send(this, frame, call.deadline())
            : sendSoon(frame);
    if (unsent == null) {
      return true;
    }
    PendingAnswer taken = calls().take(call.callId());
    if (taken != null) {
      taken.complete(unsent);
    }
    return false;
  }

  /** Sends a frame with others; null if that is done, otherwise why not. */
  private PendingAnswer.@Nullable NotSent sendSoon(OutgoingFrame frame) {
    try {
      sendReleases();
      session.sendSoon(frame);
      return null;
    } catch (DisconnectedException e) {
      return OutgoingCalls.notSent(e);
    }
  }

  @Override
  public String origin() {
    return RemoteFunctions.origin();
  }

  /** A function that main was given. */
  OwnedObjects.Held<Object> callback(long id, String action) {
    OwnedObjects.Held<Object> held = given.find(id);
    if (held == null) {
      throw new MissingObjectException(action + " missing callback " + given.describeMissing(id));
    }
    return held;
  }

  void releaseCallback(long id, long count) {
    givenBack(id, count, "released by the main process");
  }

  /**
   * How many functions the main process holds of this context.
   *
   * @return the size of the callbacks registry
   */
  public int callbacksHeld() {
    return given.size();
  }

  /** The handle under which a module was required last, if it is still in use. */
  @Nullable RemoteStub handle(String module) {
    WeakReference<RemoteStub> handle = handles.get(module);
    return handle == null ? null : handle.get();
  }

  /** Whether nobody has been told yet that main has another version of a module. */
  boolean isFirstSkew(String module) {
    return skewed.add(module);
  }

  void remember(String module, RemoteStub handle) {
    handles.put(module, new WeakReference<>(handle));
  }

  /** Makes the stub of an object that arrives for the first time. */
  private record Constructor<S extends RemoteStub>(StubType<S> type, CallingContext context)
      implements LongFunction<S> {
    @Override
    public S apply(long id) {
      return type.constructor().apply(new RemoteReference(type, id, context, ""));
    }
  }

  @Override
  public <S extends RemoteStub> S arrived(StubType<S> type, long id) {
    Object stub = proxies.arrived(id, new Constructor<>(type, this));
    if (!type.stubClass().isInstance(stub)) {
      throw new ProtocolException(
          "object %d came as %s, and is in use as %s"
              .formatted(id, type, stub.getClass().getName()));
    }
    return type.stubClass().cast(stub);
  }

  @Override
  Command releaseCommand() {
    return Command.DEREFERENCE;
  }

  void writeRelease(OutgoingFrame frame) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(Command.CONTEXT_RELEASE.name());
    json.writeString(contextId());
    json.writeEndArray();
  }

  @Override
  void letGo() {
    handles.clear();
    closed.complete(String.valueOf(endReason()));
  }

  /**
   * Says what to do when the context ends, however it does; at once if it has.
   *
   * @param listener told the reason, on a worker
   */
  public void onClose(Consumer<String> listener) {
    CompletableFuture<Void> unused = closed.thenAcceptAsync(listener, Workers::run);
  }
}
