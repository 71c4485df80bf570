package dev.remora.session;

import dev.remora.AccessBlockedException;
import dev.remora.BadArgumentsException;
import dev.remora.DisconnectedException;
import dev.remora.MissingObjectException;
import dev.remora.registry.OwnedObjects;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.ValueMapper;
import dev.remora.wire.Command;
import dev.remora.wire.JsonEncoding;
import dev.remora.wire.OutgoingFrame;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One context as the main process sees it: the objects and functions that it holds, the classes
 * that it may construct, and the renderer's functions that main holds. Any thread.
 */
public final class ServedContext extends ContextEnd {
  private final MainSession session;
  private final Hello hello;

  /** The dispatchers of the classes whose export this context has required. */
  private final Set<Dispatcher<?>> classes = ConcurrentHashMap.newKeySet();

  private volatile boolean ended;

  /** Frames that another thread than the reader decodes, and the releases that came behind them. */
  private int undecoded;

  private final List<Runnable> deferredReleases = new ArrayList<>();

  ServedContext(MainSession session, String contextId, Hello hello, int maxObjects) {
    super(contextId, maxObjects);
    this.session = session;
    this.hello = hello;
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
   * @return a new map from module name to number of objects
   */
  public Map<String, Integer> objectsByModule() {
    return given.countsByType();
  }

  @Override
  Command releaseCommand() {
    return Command.RENDERER_RELEASE_CALLBACK;
  }

  @Override
  boolean isEnded() {
    return ended;
  }

  @Override
  void send(List<ByteBuffer> frame) {
    session.send(frame);
  }

  /** Gives what a require stands for, and returns its id: an object, or the class itself. */
  long give(ModuleHost.Required required) {
    if (required.classExported()) {
      classes.add(required.dispatcher());
    }
    Object object = required.object();
    return given.give(object == null ? required.dispatcher() : object, required.dispatcher());
  }

  @Override
  public <T> long give(Dispatcher<T> dispatcher, T object) {
    return given.give(object, dispatcher);
  }

  @Override
  public JsonEncoding encoding() {
    return session.encoding();
  }

  @Override
  public RemoteCall start(Command command, RemoteStub target, String member) {
    boolean posted = RemoteFunctions.isPosted(target, cause());
    return new OutgoingCall(
        this, Command.RENDERER_CALLBACK, target, member, posted ? 0 : nextCallId());
  }

  @Override
  public OutgoingFrame newFrame() {
    return session.newFrame();
  }

  @Override
  public ValueMapper values() {
    return session.values();
  }

  @Override
  public String elements() {
    return "members";
  }

  @Override
  public long nextCallId() {
    return session.calls().nextId();
  }

  @Override
  public long cause() {
    Serving serving = Serving.of(session);
    return serving == null ? 0 : serving.callId();
  }

  @Override
  public long after() {
    return 0;
  }

  @Override
  public void postCall(long callId, List<ByteBuffer> frame, String call) {
    throw new IllegalStateException("the main process calls no members");
  }

  @Override
  public PendingAnswer.Outcome exchange(long callId, List<ByteBuffer> frame) {
    return session.calls().exchange(callId, frame);
  }

  @Override
  public void post(List<ByteBuffer> frame) {
    session.send(frame);
  }

  @Override
  public <T> T find(Dispatcher<T> dispatcher, long id) {
    OwnedObjects.Held<Object> held = given.find(id);
    if (held == null) {
      throw new MissingObjectException(
          "Cannot pass missing remote object " + given.describeMissing(id));
    }
    if (held.sentAs() != dispatcher || isClass(held)) {
      throw new BadArgumentsException(
          "remote object %d is of module %s, not of %s".formatted(id, held.sentAs(), dispatcher));
    }
    return dispatcher.type().cast(held.object());
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

  /** A frame goes to another thread, which has still to resolve its ids. */
  synchronized void handedOver() {
    undecoded++;
  }

  /** That thread has resolved them, or given up: what was released behind the frame may go. */
  void decoded() {
    List<Runnable> due;
    synchronized (this) {
      if (--undecoded > 0) {
        return;
      }
      due = List.copyOf(deferredReleases);
      deferredReleases.clear();
    }
    due.forEach(Runnable::run);
  }

  /** Takes the rest of a {@code DEREFERENCE} frame. */
  void release(Header header) {
    header.forEachRelease(this::release);
  }

  private void release(long id, long count) {
    synchronized (this) {
      if (undecoded > 0) {
        deferredReleases.add(() -> given.release(id, count, "released by this context"));
        return;
      }
    }
    given.release(id, count, "released by this context");
  }

  /**
   * Whether the context has ended, so that its callbacks cannot be called any more.
   *
   * @return true for good, once it has
   */
  public boolean hasEnded() {
    return ended;
  }

  void releaseAll() {
    ended = true;
    given.releaseAll();
    proxies.clear();
    classes.clear();
    promises()
        .end(
            promise ->
                new DisconnectedException(promise + " will not be kept: its context has ended"));
  }

  private static boolean isClass(OwnedObjects.Held<Object> held) {
    return held.object() == held.sentAs();
  }
}
