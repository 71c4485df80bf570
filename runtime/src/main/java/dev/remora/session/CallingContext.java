package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.ProtocolException;
import dev.remora.registry.StubCache;
import dev.remora.stub.ModuleReference;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteCalls;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StubType;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One scope of ownership of a renderer: the stubs that it has in use, and the calls on them. Any
 * thread.
 */
public final class CallingContext implements RemoteCalls {
  /** Releases are sent with the next call, or when this has passed. */
  private static final long RELEASE_DELAY_MILLIS = 20;

  private final RendererSession session;
  private final String contextId;
  private final StubCache stubs = new StubCache(this::releaseLater);
  private final AtomicBoolean releaseScheduled = new AtomicBoolean();

  /** What modules were required as, so that a construction need not require its class each time. */
  private final ConcurrentMap<String, WeakReference<RemoteStub>> handles =
      new ConcurrentHashMap<>();

  CallingContext(RendererSession session, String contextId) {
    this.session = session;
    this.contextId = contextId;
  }

  /**
   * The context's id.
   *
   * @return the id that the main process gave it
   */
  public String contextId() {
    return contextId;
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
    return stubs.size();
  }

  @Override
  public RemoteCall start(Command command, RemoteStub target, String member) {
    return new OutgoingCall(this, command, target, member);
  }

  RendererSession session() {
    return session;
  }

  /** The handle under which a module was required last, if it is still in use. */
  @Nullable RemoteStub handle(String module) {
    WeakReference<RemoteStub> handle = handles.get(module);
    return handle == null ? null : handle.get();
  }

  void remember(String module, RemoteStub handle) {
    handles.put(module, new WeakReference<>(handle));
  }

  /** Counts the arrival of an id; the stub in use for it, or a new one. */
  <S extends RemoteStub> S arrived(StubType<S> type, long id) {
    Object stub =
        stubs.arrived(
            id, fresh -> type.constructor().apply(new RemoteReference(type.module(), fresh, this)));
    if (!type.stubClass().isInstance(stub)) {
      throw new ProtocolException(
          "object %d came as %s, and is in use as %s"
              .formatted(id, type, stub.getClass().getName()));
    }
    return type.stubClass().cast(stub);
  }

  /** Told by the thread that hears of collected stubs, which must not wait. */
  private void releaseLater() {
    if (!session.isEnded() && releaseScheduled.compareAndSet(false, true)) {
      Workers.runLater(
          RELEASE_DELAY_MILLIS,
          () -> {
            releaseScheduled.set(false);
            try {
              sendReleases();
            } catch (DisconnectedException e) {
              // The main process has released the whole context.
            }
          });
    }
  }

  /** Gives back what is no longer in use. */
  void sendReleases() {
    List<StubCache.Release> releases = stubs.takeReleases();
    if (releases.isEmpty()) {
      return;
    }
    try (OutgoingFrame frame = session.newFrame()) {
      JsonGenerator json = frame.json();
      json.writeStartArray();
      json.writeString(Command.DEREFERENCE.name());
      json.writeString(contextId);
      json.writeStartArray();
      for (StubCache.Release release : releases) {
        json.writeStartArray();
        json.writeNumber(release.id());
        json.writeNumber(release.count());
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndArray();
      session.send(frame.finish());
    }
  }

  void writeRelease(OutgoingFrame frame) {
    JsonGenerator json = frame.json();
    json.writeStartArray();
    json.writeString(Command.CONTEXT_RELEASE.name());
    json.writeString(contextId);
    json.writeEndArray();
  }

  void end() {
    stubs.clear();
    handles.clear();
  }

  @Override
  public String toString() {
    return "context " + contextId;
  }
}
