package dev.remora.session;

import dev.remora.AccessBlockedException;
import dev.remora.BadArgumentsException;
import dev.remora.DisconnectedException;
import dev.remora.LimitExceededException;
import dev.remora.MissingObjectException;
import dev.remora.log.LateLogger;
import dev.remora.registry.HeldType;
import dev.remora.registry.OwnedObjects;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.Subject;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.Command;
import dev.remora.wire.Encoding;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One context as the main process sees it: the objects and functions that it holds, the classes
 * that it may construct, and the renderer's functions that main holds. Any thread.
 */
public final class ServedContext extends ContextEnd {
  private static final LateLogger LOG = new LateLogger(ServedContext.class);

  private final MainSession session;
  private final Hello hello;
  private final EventQueue events;
  private final Pressure pressure;
  private final long openedNanos = System.nanoTime();

  /** The dispatchers of the classes whose export this context has required. */
  private final Set<Dispatcher<?>> classes = ConcurrentHashMap.newKeySet();

  private volatile @Nullable Object owner;

  ServedContext(MainSession session, String contextId, Hello hello, AtomicLong ids) {
    super(
        contextId,
        ids,
        session.options().limits().maxObjectsPerContext(),
        "Limits.maxObjectsPerContext");
    MainOptions options = session.options();
    this.session = session;
    this.hello = hello;
    this.pressure = new Pressure(this, options.limits().maxObjectsPerContext());
    this.events = new EventQueue(this, options.overflow(), options.limits().maxQueuedBytes());
  }

  /**
   * How the renderer introduced itself.
   *
   * @return its hello
   */
  public Hello hello() {
    return hello;
  }

  /**
   * What the context holds, by module.
   *
   * @return a new map by module name
   */
  public Map<String, HeldType> objectsByModule() {
    return given.byType();
  }

  /**
   * How many functions of the renderer main holds.
   *
   * @return the number of proxies that are in use or not yet given back
   */
  public int callbacks() {
    return proxies.size();
  }

  /**
   * How long the context has been open.
   *
   * @return the time, on a clock that nobody sets
   */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - openedNanos);
  }

  /**
   * How much waits to be sent: the events of this context, and what its connection has written.
   *
   * @return the number of bytes
   */
  public long queuedBytes() {
    return events.counts().queuedBytes() + session.queuedBytes();
  }

  @Override
  @Nullable String givenAt() {
    return session.options().recordsOrigins() ? RemoteFunctions.origin() : null;
  }

  @Override
  Command releaseCommand() {
    return Command.RENDERER_RELEASE_CALLBACK;
  }

  /** Gives what a require stands for, and returns its id: an object, or the class itself. */
  long give(ModuleHost.Required required) {
    if (required.classExported()) {
      classes.add(required.dispatcher());
    }
    Object object = required.object();
    String origin = session.options().recordsOrigins() ? "require" : null;
    return given.give(
        object == null ? required.dispatcher() : object, required.dispatcher(), origin);
  }

  @Override
  void makeRoom() {
    pressure.beforeGiving(given.size());
  }

  @Override
  public <T> long give(Dispatcher<T> dispatcher, T object) {
    makeRoom();
    return given.give(object, dispatcher, givenAt());
  }

  /** Asks the renderer to collect its garbage and to give back what it does not use. */
  void sendPressure(int held, int limit) {
    try (OutgoingFrame frame = newFrame()) {
      JsonGenerator json = frame.json();
      json.writeStartArray();
      json.writeString(Command.PRESSURE.name());
      json.writeString(contextId());
      json.writeNumber(held);
      json.writeNumber(limit);
      json.writeEndArray();
      send(frame.finish());
    }
  }

  /** How many objects the renderer holds. */
  int held() {
    return given.size();
  }

  @Override
  void checkRoom(long id) {
    int most = session.options().limits().maxCallbacksPerContext();
    if (proxies.size() >= most && proxies.inUse(id) == null) {
      throw new LimitExceededException(
          ("the main process holds %d functions and streams of %s already (Limits.maxCallbacksPerContext); remove listeners that are no longer"
                  + " needed, or raise the limit")
              .formatted(most, this));
    }
  }

  @Override
  MainSession session() {
    return session;
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
  OutgoingFrame newFrame() {
    return session.newFrame();
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
    Workers.run(task);
  }

  @Override
  String elements() {
    return "members";
  }

  @Override
  @Nullable Duration defaultTimeout() {
    // A nested call has the time that the call around it has.
    return cause() == 0 ? session.options().callbackTimeout() : null;
  }

  @Override
  public RemoteCall start(Command command, RemoteStub target, String member) {
    boolean posted = RemoteFunctions.isPosted(target, cause());
    return OutgoingCall.start(
        this, Command.RENDERER_CALLBACK, target, member, posted ? 0 : calls().nextId());
  }

  /**
   * Events within a call of this context leave at once, because they must be there before its
   * answer; every so often the thread waits until they have run. The others are queued.
   */
  @Override
  void postEvent(EventQueue.Event event) {
    Serving serving = Serving.of(session);
    if (serving == null || serving.call().id() == 0) {
      try {
        events.post(event);
      } catch (DisconnectedException e) {
        throw new DisconnectedException(
            event.call().describe() + " was not sent: " + e.getMessage(), e);
      }
      return;
    }
    PendingAnswer.NotSent unsent = calls().send(this, event.frame(), serving.call().deadline());
    if (unsent != null) {
      throw unsent.reason().apply(event.call().describe());
    }
  }

  @Override
  void holdBack(Subject event) {
    Serving serving = Serving.of(session);
    if (serving != null
        && serving.call().id() != 0
        && serving.call().countEvent(EventQueue.BATCH)) {
      long id = calls().nextId();
      Deadline deadline = serving.call().deadline();
      try (OutgoingFrame barrier = newFrame()) {
        writeBarrier(barrier, id, serving.call().id(), deadline);
        Answer.to(this, event, id, barrier.finish(), deadline).close();
      }
    }
  }

  /** Asks the renderer to answer when it has run the events that were sent so far. */
  void sendBarrier(PendingAnswer answer) {
    long id = calls().nextId();
    calls().add(id, answer);
    try (OutgoingFrame barrier = newFrame()) {
      writeBarrier(barrier, id, 0, Deadline.NONE);
      send(barrier.finish());
    }
  }

  private void writeBarrier(OutgoingFrame frame, long id, long cause, Deadline deadline) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(Command.RENDERER_CALLBACK.name());
    Header.writeCallId(json, id, cause, 0, deadline);
    json.writeString(contextId());
    json.writeNumber(0);
    json.writeStartArray();
    json.writeEndArray();
    json.writeEndArray();
  }

  /**
   * How many calls have not been answered, in both directions.
   *
   * @return the number of calls
   */
  public int callsUnderWay() {
    return session.callsUnderWay();
  }

  /**
   * How many events were posted, and what became of them.
   *
   * @return the counts at this moment
   */
  public EventQueue.Counts eventCounts() {
    return events.counts();
  }

  /** A renderer says that an event failed, which nobody waits for. */
  void eventFailed(long callbackId, String error) {
    events.failed();
    Object proxy = proxies.inUse(callbackId);
    LOG.get()
        .log(
            Level.WARNING,
            "an event failed in {0}: {1}: {2}",
            this,
            proxy instanceof RemoteStub stub
                ? RemoteStub.referenceOf(stub)
                : "callback " + callbackId,
            error);
  }

  /** Ends the connection, because the renderer does not keep up. */
  void close(String reason) {
    session.close(reason);
  }

  /**
   * Whom the main process knows this context as.
   *
   * @return what {@link #setOwner} was given last, or null
   */
  public @Nullable Object owner() {
    return owner;
  }

  /**
   * Lets the main process find what it knows about this context.
   *
   * @param known the object
   */
  public void setOwner(Object known) {
    owner = known;
  }

  @Override
  public <T> T find(Dispatcher<T> dispatcher, long id) {
    return find(dispatcher.type(), dispatcher.module(), id);
  }

  @Override
  public <T> T find(Class<T> type, long id) {
    return find(type, type.getName(), id);
  }

  /** What was sent as a narrower type goes home as a wider one, and never the other way. */
  private <T> T find(Class<T> type, String expected, long id) {
    OwnedObjects.Held<Object> held = given.find(id);
    if (held == null) {
      throw new MissingObjectException(
          "Cannot pass missing remote object " + given.describeMissing(id));
    }
    // What was sent as a narrower type goes home as a wider one, and never the other way.
    if (isClass(held)
        || !(held.sentAs() instanceof Dispatcher<?> sentAs)
        || !type.isAssignableFrom(sentAs.type())) {
      throw new BadArgumentsException(
          "remote object %d is of module %s, not of %s".formatted(id, held.sentAs(), expected));
    }
    return type.cast(held.object());
  }

  /** What an id stands for, or null if this context does not hold it. */
  OwnedObjects.@Nullable Held<Object> held(long id) {
    return given.find(id);
  }

  /** The error for a target that is not held; {@code action} says what was to be done with it. */
  MissingObjectException missing(long id, String action) {
    return new MissingObjectException(
        "Cannot %s on missing remote object %s".formatted(action, given.describeMissing(id)));
  }

  /** The object behind a target, for members that need one. */
  static <T> T object(Dispatcher<T> dispatcher, OwnedObjects.Held<Object> held) {
    if (isClass(held)) {
      throw new AccessBlockedException(
          "module '%s' is exported as a class only: construct an object of it first"
              .formatted(dispatcher));
    }
    return dispatcher.type().cast(held.object());
  }

  /** Checks that constructors and statics of a module may be reached from this context. */
  void checkClassAccess(Dispatcher<?> dispatcher, String member) {
    if (!classes.contains(dispatcher)) {
      throw new AccessBlockedException(
          ("'%s' belongs to the class of module '%s', which is not exported to this context: the main process must call"
                  + " export(%s.class), and the renderer require the module")
              .formatted(member, dispatcher, dispatcher.type().getSimpleName()));
    }
  }

  /** Takes the rest of a {@code DEREFERENCE} frame. */
  void release(Header header) {
    header.forEachRelease((id, count) -> givenBack(id, count, "released by this context"));
  }

  /**
   * Whether the context has ended, so that its callbacks cannot be called any more.
   *
   * @return true for good, once it has
   */
  public boolean hasEnded() {
    return endReason() != null;
  }

  @Override
  void letGo() {
    events.close();
    classes.clear();
  }

  private static boolean isClass(OwnedObjects.Held<Object> held) {
    return held.object() == held.sentAs();
  }
}
