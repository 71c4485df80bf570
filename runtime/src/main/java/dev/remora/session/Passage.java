package dev.remora.session;

import dev.remora.stub.Codec;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.FunctionType;
import dev.remora.stub.References;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StreamOwner;
import dev.remora.stub.StreamType;
import dev.remora.stub.StubType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The references that cross with one call or answer: those of its context, and it notes what has
 * arrived, so that the rest can be given back where it is not decoded to its end.
 */
interface Passage extends References {

  /** The end of the context that the call belongs to. */
  ContextEnd context();

  /** A reference has arrived and is in the hands of whoever decodes. */
  void noteArrived(long id);

  /**
   * Adds an id to those that have arrived; most calls have none.
   *
   * @param arrived those before, or null for none
   * @return all of them
   */
  static List<Long> noted(@Nullable List<Long> arrived, long id) {
    List<Long> all = arrived == null ? new ArrayList<>() : arrived;
    all.add(id);
    return all;
  }

  @Override
  default <T> long give(Dispatcher<T> dispatcher, T object) {
    return context().give(dispatcher, object);
  }

  @Override
  default <F> long give(FunctionType<F> type, F function) {
    return context().give(type, function);
  }

  @Override
  default <T> long give(StreamType<T> type, T stream, StreamOwner owner) {
    return context().give(type, stream, owner);
  }

  @Override
  default <T> long promise(CompletionStage<T> promise, Codec<T> value) {
    return context().promise(promise, value);
  }

  @Override
  default void takeBack(long id) {
    context().takeBack(id);
  }

  @Override
  default <T> CompletableFuture<T> promised(long id, Codec<T> value, RemoteCall.Declared declared) {
    CompletableFuture<T> promise = context().promised(id, value, declared);
    noteArrived(id);
    return promise;
  }

  @Override
  default <T> T find(Dispatcher<T> dispatcher, long id) {
    return context().find(dispatcher, id);
  }

  @Override
  default <T> T find(Class<T> type, long id) {
    return context().find(type, id);
  }

  @Override
  default <F> F find(FunctionType<F> type, long id) {
    return context().find(type, id);
  }

  @Override
  default <T> T find(StreamType<T> type, long id) {
    return context().find(type, id);
  }

  @Override
  default <S extends RemoteStub> S arrived(StubType<S> type, long id) {
    noteArrived(id);
    return context().arrived(type, id);
  }

  @Override
  default <F> F arrived(FunctionType<F> type, long id, String origin) {
    context().checkRoom(id);
    noteArrived(id);
    return context().arrived(type, id, origin);
  }

  @Override
  default <T> T arrived(StreamType<T> type, long id, StreamOwner owner) {
    context().checkRoom(id);
    noteArrived(id);
    return context().arrived(type, id, owner);
  }

  @Override
  default String origin() {
    return context().origin();
  }

  @Override
  default boolean isHome(RemoteStub stub) {
    return context().isHome(stub);
  }

  @Override
  default long sendHome(RemoteStub stub) {
    return context().sendHome(stub);
  }
}
