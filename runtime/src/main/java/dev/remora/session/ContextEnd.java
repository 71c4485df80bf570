package dev.remora.session;

import dev.remora.BadArgumentsException;
import dev.remora.MissingObjectException;
import dev.remora.registry.OwnedObjects;
import dev.remora.registry.StubCache;
import dev.remora.stub.Codec;
import dev.remora.stub.FunctionType;
import dev.remora.stub.RemoteCalls;
import dev.remora.stub.RemoteStub;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What both ends of a context do alike: give functions and promises, take those of the other side,
 * and let them go home. Any thread.
 */
abstract class ContextEnd implements CallPath, RemoteCalls {
  /** What this end gave, as what: a dispatcher, a {@link FunctionType}, or a promise. */
  final OwnedObjects<Object> given;

  /** What stands for the objects and functions of the other end. */
  final StubCache proxies;

  private final String contextId;
  private final Promises promises;

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

  /** Told by the thread that hears of collected proxies, which must not wait. */
  abstract void releaseLater();

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
