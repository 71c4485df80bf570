package dev.remora.session;

import dev.remora.BadArgumentsException;
import dev.remora.DisconnectedException;
import dev.remora.MissingObjectException;
import dev.remora.log.LateLogger;
import dev.remora.registry.OwnedObjects;
import dev.remora.registry.StubCache;
import dev.remora.stub.Codec;
import dev.remora.stub.FunctionType;
import dev.remora.stub.GivenStream;
import dev.remora.stub.References;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteCalls;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StreamOwner;
import dev.remora.stub.StreamType;
import dev.remora.stub.Subject;
import dev.remora.stub.UnsentOutput;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.Command;
import dev.remora.wire.Encoding;
import dev.remora.wire.Frame;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What both ends of a context do alike: give functions and promises, take those of the other side,
 * and let them go home. Any thread.
 */
abstract class ContextEnd implements References, RemoteCalls, Executor {
  private static final LateLogger LOG = new LateLogger(ContextEnd.class);

  /** How many calls may be given up and not answered before others wait. */
  private static final int GIVEN_UP_CALLS = 256;

  /** What this end gave, as what: a dispatcher, a {@link FunctionType}, or a promise. */
  final OwnedObjects<Object> given;

  /** What stands for the objects and functions of the other end. */
  final StubCache proxies;

  private final String contextId;
  private final Promises promises;
  private final ContextStreams streams;
  private volatile @Nullable String endReason;
  private volatile boolean closing;
  private final Releaser releaser;
  private final ReleaseOrder releases = new ReleaseOrder();
  private final Completions completions = new Completions(this);
  private final CallSlots givenUp = new CallSlots(GIVEN_UP_CALLS);

  /**
   * Creates an end that holds nothing.
   *
   * @param ids gives ids to what this side of the connection gives
   * @param maxGiven how much it may give at once
   * @param limit which limit that is
   */
  ContextEnd(String contextId, AtomicLong ids, int maxGiven, String limit) {
    this.contextId = contextId;
    this.given = new OwnedObjects<>(ids, maxGiven, limit);
    this.releaser = new Releaser(this);
    this.proxies = new StubCache(releaser);
    this.promises = new Promises(this, given);
    this.streams = new ContextStreams(given, proxies, this);
  }

  /** The connection, as the calls know it that threads serve. */
  abstract Object session();

  /** An empty frame. */
  abstract OutgoingFrame newFrame();

  /** What calls of the connection are made of. */
  abstract SpareParts spareParts();

  /** The encoding of the connection. */
  abstract Encoding encoding();

  /** Databind of the connection. */
  abstract ValueMapper values();

  /** The calls that this side of the connection has made. */
  abstract OutgoingCalls calls();

  /** Runs a task soon that nobody waits for. */
  @Override
  public abstract void execute(Runnable task);

  /** The field of array metas on this side. */
  abstract String elements();

  /** The command by which this end gives references back. */
  abstract Command releaseCommand();

  /** Lets go of what else belongs to the context; called when it ends. */
  abstract void letGo();

  /** How long calls may take that have no timeout of their own; null for without end. */
  abstract @Nullable Duration defaultTimeout();

  /** The call that this thread has posted last, if it has not been answered; else 0. */
  long after() {
    return 0;
  }

  /** Posts a call of a member; waits itself if too many are under way. */
  void postCall(OutgoingCall call, OutgoingFrame frame) {
    throw new IllegalStateException("only a renderer posts calls of members");
  }

  /** Posts a call of a function, which has no answer. */
  void postEvent(EventQueue.Event event) {
    throw new IllegalStateException("only the main process posts events");
  }

  /** Waits, after an event was posted, where the other side has too many to run. */
  void holdBack(Subject event) {}

  /**
   * Sends a call whose answer is taken when it comes; waits if too many are under way.
   *
   * @return false if the connection has ended, and the answer says so
   */
  boolean sendAsync(OutgoingCall call, OutgoingFrame frame, AsyncCall<?> answer) {
    throw new IllegalStateException("only a renderer calls asynchronously");
  }

  /**
   * The call from the other side that this thread serves, if it came over the same connection; else
   * 0.
   */
  final long cause() {
    Serving serving = Serving.of(session());
    return serving == null ? 0 : serving.call().id();
  }

  /** When a call of an object that starts now is given up. */
  final Deadline deadlineOf(RemoteReference target) {
    RemoteReference.Timed timed = target.timed();
    return deadline(timed == null ? defaultTimeout() : timed.timeout());
  }

  /** When a call that starts now with a timeout is given up; null for none of its own. */
  final Deadline deadline(@Nullable Duration timeout) {
    Deadline own = timeout == null ? Deadline.NONE : Deadline.in(timeout);
    Serving serving = Serving.of(session());
    return serving == null ? own : own.earlier(serving.call().deadline());
  }

  /** Completes a future soon, on a worker: what depends on it is user code. */
  final void complete(Runnable completion) {
    completions.add(completion);
  }

  /** The calls that were given up, whose answers have not come. */
  final CallSlots givenUp() {
    return givenUp;
  }

  /**
   * Why the context has ended, so that nothing has to be given back any more; null while it is
   * open.
   */
  final @Nullable String endReason() {
    return endReason;
  }

  /** Lets only those calls through that belong to calls which are under way. */
  final void startClosing() {
    closing = true;
  }

  /** Why a call that starts now cannot be made; null if it can. */
  final @Nullable String refusal() {
    String ended = endReason;
    if (ended != null) {
      return ended;
    }
    return closing && cause() == 0 ? "its context is being closed" : null;
  }

  /**
   * Checks that a call can be made.
   *
   * @throws DisconnectedException if the context has ended, or ends
   */
  final void checkOpen(Subject call) {
    String refusal = refusal();
    if (refusal != null) {
      throw new DisconnectedException(call.describe() + " was not sent: " + refusal);
    }
  }

  /**
   * Ends the context: all that it holds is released on this side, and what is under way fails. Any
   * number of times; whoever comes second finds it done.
   */
  final void end(String reason) {
    synchronized (releases) {
      if (endReason == null) {
        endReason = reason;
      }
    }
    calls().failAll(this, reason);
    for (OwnedObjects.Held<Object> ended : given.releaseAll(GivenStream.class::isInstance)) {
      ContextStreams.released(ended);
    }
    proxies.clear();
    promises.end(promise -> new DisconnectedException(promise + " will not be kept: " + reason));
    letGo();
  }

  /** Sends a frame as it is. */
  final void send(OutgoingFrame frame) {
    calls().send(frame);
  }

  /** Sends a frame that has no answer, behind what is to be given back. */
  final void post(OutgoingFrame frame) {
    sendReleases();
    send(frame);
  }

  /**
   * Writes that a call that this end made, or a promise that it was given, is not wanted any more.
   */
  final void writeCancel(OutgoingFrame frame, String kind, long id) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(Command.CANCEL.name());
    json.writeString(contextId);
    json.writeString(kind);
    json.writeNumber(id);
    json.writeEndArray();
  }

  /** Gives back what came with an answer that nobody waits for any more. */
  final void discard(Answer answer) {
    discard(answer.header().frame(), List.of());
    answer.close();
  }

  /**
   * Gives back what came with a frame that was not decoded to its end.
   *
   * @param arrived the ids that were decoded, as often as they were
   */
  final void discard(Frame frame, List<Long> arrived) {
    List<Long> decoded = new ArrayList<>(arrived);
    for (ReferenceScan.Reference reference : ReferenceScan.of(encoding(), frame)) {
      if (!decoded.remove(reference.id())) {
        if (reference.isPromise()) {
          promises.discard(reference.id());
        } else {
          proxies.giveBack(reference.id());
        }
      }
    }
  }

  /**
   * Gives a stub or proxy back at once; using it is an error from then on. Any number of times.
   *
   * @param stub a stub or proxy of this end
   * @throws IllegalArgumentException if it belongs to another context
   */
  public final void release(Object stub) {
    if (!(stub instanceof RemoteStub remote) || !isHome(remote)) {
      throw new IllegalArgumentException(
          "%s was not given to %s, so it cannot be given back".formatted(stub, this));
    }
    RemoteStub original = RemoteStub.released(remote);
    boolean counted = proxies.release(RemoteStub.referenceOf(original).id(), original);
    LOG.get().log(Level.TRACE, "released {0}, which was counted: {1}", original, counted);
  }

  @Override
  public final void release(RemoteStub stub) {
    release((Object) stub);
  }

  @Override
  public final void sendBeforeAnswer(UnsentOutput output) {
    Serving serving = Serving.of(session());
    if (serving != null) {
      serving.call().writes(output);
    }
  }

  /** Sends what the call that this thread serves has written to streams: it is about to call. */
  final void sendAhead() {
    Serving serving = Serving.of(session());
    if (serving != null) {
      serving.call().sendAhead();
    }
  }

  /** Gives back what is no longer in use. */
  final void sendReleases() {
    releaser.send();
  }

  /** The context's id. */
  public final String contextId() {
    return contextId;
  }

  @Override
  public final <F> long give(FunctionType<F> type, F function) {
    return given.give(function, type, givenAt());
  }

  /** Where the running code gives something, if that is to be recorded. */
  @Nullable String givenAt() {
    return null;
  }

  @Override
  public final void takeBack(long id) {
    ContextStreams.released(given.takeBack(id));
  }

  /** References have come back, by the thread that reads. */
  final void givenBack(long id, long count, String why) {
    releases.release(() -> ContextStreams.released(given.release(id, count, why)));
  }

  /** One more is going to be given: the other side may have some that it does not use. */
  void makeRoom() {}

  @Override
  public final <T> long give(StreamType<T> type, T stream, StreamOwner owner) {
    makeRoom();
    return streams.give(type, stream, owner, givenAt());
  }

  @Override
  public final <T> T find(StreamType<T> type, long id) {
    return streams.find(type, id);
  }

  @Override
  public final <T> T arrived(StreamType<T> type, long id, StreamOwner owner) {
    return streams.arrived(type, id, owner);
  }

  /** Whether what the other side calls by an id is a stream. */
  final boolean isStream(long id) {
    return streams.isGiven(id);
  }

  /** The function that a proxy on its way home stood for. */
  @Override
  public final <F> F find(FunctionType<F> type, long id) {
    OwnedObjects.Held<Object> held = given.find(id);
    if (held == null) {
      throw new MissingObjectException(
          "Cannot pass missing remote function " + given.describeMissing(id));
    }
    if (held.sentAs() != type) {
      throw new BadArgumentsException(
          "remote function %d is a %s, not a %s".formatted(id, held.sentAs(), type));
    }
    return RemoteFunctions.given(type, held);
  }

  /**
   * Checks that this end may hold one more of the other side's functions, before it is counted.
   *
   * @throws dev.remora.LimitExceededException if it holds too many
   */
  void checkRoom(long id) {}

  @Override
  public final <F> F arrived(FunctionType<F> type, long id, String origin) {
    return RemoteFunctions.arrived(proxies, type, id, origin, this);
  }

  @Override
  public final boolean isHome(RemoteStub stub) {
    return RemoteStub.referenceOf(stub).calls() == this;
  }

  @Override
  public final long sendHome(RemoteStub stub) {
    return RemoteStub.referenceOf(stub).id();
  }

  @Override
  public final <T> long promise(CompletionStage<T> promise, Codec<T> value) {
    return promises.give(promise, value);
  }

  @Override
  public final <T> CompletableFuture<T> promised(
      long id, Codec<T> value, RemoteCall.Declared declared) {
    return promises.arrived(id, value, declared);
  }

  /** A frame has been read that another thread decodes; it may name what this end gave. */
  final ReleaseOrder.Undecoded undecoded() {
    return given.isEmpty() ? ReleaseOrder.Undecoded.NAMES_NOTHING : releases.undecoded();
  }

  final Promises promises() {
    return promises;
  }

  @Override
  public String toString() {
    return "context " + contextId;
  }
}
