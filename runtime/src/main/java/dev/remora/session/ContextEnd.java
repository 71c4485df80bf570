package dev.remora.session;

import dev.remora.BadArgumentsException;
import dev.remora.DisconnectedException;
import dev.remora.MissingObjectException;
import dev.remora.registry.OwnedObjects;
import dev.remora.registry.StubCache;
import dev.remora.stub.Codec;
import dev.remora.stub.FunctionType;
import dev.remora.stub.RemoteCalls;
import dev.remora.stub.RemoteStub;
import dev.remora.wire.Command;
import dev.remora.wire.OutgoingFrame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JsonGenerator;

/**
 * What both ends of a context do alike: give functions and promises, take those of the other side,
 * and let them go home. Any thread.
 */
abstract class ContextEnd implements CallPath, RemoteCalls {
  /** Releases are sent with the next call, or when this has passed. */
  private static final long RELEASE_DELAY_MILLIS = 20;

  /** What this end gave, as what: a dispatcher, a {@link FunctionType}, or a promise. */
  final OwnedObjects<Object> given;

  /** What stands for the objects and functions of the other end. */
  final StubCache proxies;

  private final String contextId;
  private final Promises promises;
  private final AtomicBoolean releaseScheduled = new AtomicBoolean();

  /**
   * Creates an end that holds nothing.
   *
   * @param maxGiven how much it may give at once
   */
  ContextEnd(String contextId, int maxGiven) {
    this.contextId = contextId;
    this.given = new OwnedObjects<>(new AtomicLong(), maxGiven);
    this.proxies = new StubCache(this::releaseLater);
    this.promises = new Promises(this, given);
  }

  /** The command by which this end gives references back. */
  abstract Command releaseCommand();

  /** Whether the context has ended, so that nothing has to be given back any more. */
  abstract boolean isEnded();

  /** Sends a frame as it is. */
  abstract void send(List<ByteBuffer> frame);

  /** Told by the thread that hears of collected proxies, which must not wait. */
  private void releaseLater() {
    if (!isEnded() && releaseScheduled.compareAndSet(false, true)) {
      Workers.runLater(
          RELEASE_DELAY_MILLIS,
          () -> {
            releaseScheduled.set(false);
            try {
              sendReleases();
            } catch (DisconnectedException e) {
              // The other end has released the whole context.
            }
          });
    }
  }

  /** Gives back what is no longer in use. */
  final void sendReleases() {
    List<StubCache.Release> releases = proxies.takeReleases();
    if (releases.isEmpty()) {
      return;
    }
    try (OutgoingFrame frame = newFrame()) {
      JsonGenerator json = frame.json();
      json.writeStartArray();
      json.writeString(releaseCommand().name());
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
      send(frame.finish());
    }
  }

  @Override
  public final String contextId() {
    return contextId;
  }

  @Override
  public final <F> long give(FunctionType<F> type, F function) {
    return given.give(function, type);
  }

  @Override
  public final void takeBack(long id) {
    given.takeBack(id);
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
    return function(type, held);
  }

  /** The function behind a target. */
  @SuppressWarnings("unchecked") // give() puts an F under its FunctionType<F>
  static <F> F function(FunctionType<F> type, OwnedObjects.Held<Object> held) {
    return (F) type.type().cast(held.object());
  }

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
  public final <T> CompletableFuture<T> promised(long id, Codec<T> value) {
    return promises.arrived(id, value);
  }

  final Promises promises() {
    return promises;
  }

  @Override
  public String toString() {
    return "context " + contextId;
  }
}
