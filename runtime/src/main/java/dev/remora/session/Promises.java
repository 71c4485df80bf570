package dev.remora.session;

import dev.remora.DisconnectedException;
import dev.remora.RemoteException;
import dev.remora.log.LateLogger;
import dev.remora.registry.OwnedObjects;
import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.ErrorMeta;
import dev.remora.stub.MetaReader;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.Reply;
import dev.remora.stub.Subject;
import dev.remora.wire.Command;
import dev.remora.wire.Frame;
import dev.remora.wire.OutgoingFrame;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The promises of one context, on one side: those that it gave and those that it was given. Any
 * thread.
 *
 * <p>{@link #give} adds to the objects of the context, the promise's end takes it out again. {@link
 * #arrived} adds to the table here, {@link #settle} and {@link #end} take out. What depends on a
 * promise runs on a worker, never on a thread that reads.
 */
final class Promises {
  private static final LateLogger LOG = new LateLogger(Promises.class);

  private final ContextEnd context;
  private final OwnedObjects<Object> given;
  private final Map<Long, Arrived<?>> arrived = new HashMap<>();

  /** Ends that came before the frame with the promise was decoded, by another thread. */
  private final Map<Long, End> early = new HashMap<>();

  private @Nullable Function<String, RemoteException> failure;

  Promises(ContextEnd context, OwnedObjects<Object> given) {
    this.context = context;
    this.given = given;
  }

  private record Given(CompletionStage<?> promise) {}

  private record Arrived<T>(
      CompletableFuture<T> future, Codec<T> value, RemoteCall.Declared declared) {}

  /** Made when it is needed: few connections ever carry a promise. */
  private static final class Nobody {
    /** Stands for a promise that has arrived and that nobody will ever ask for. */
    static final Arrived<?> DISCARDED =
        new Arrived<>(new CompletableFuture<>(), Codecs.VOID, e -> e);

    private Nobody() {}
  }

  /** The end of a promise, which is decoded by a worker. */
  private record End(Frame frame, ReleaseOrder.Undecoded undecoded) {}

  /** What came with the end of a promise. */
  private record Delivery(ContextEnd context, List<Long> arrived) implements Passage {
    @Override
    public void noteArrived(long id) {
      arrived.add(id);
    }
  }

  /** The other side's promise; cancelling it goes there. */
  private final class RemotePromise<T> extends CompletableFuture<T> {
    private final long id;

    RemotePromise(long id) {
      this.id = id;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled && isOpen(id)) {
        sendCancel(id);
      }
      return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }

  /**
   * Gives a promise; its end is sent by a worker. Each giving has an id of its own: one that is
   * given again while it ends would otherwise arrive behind its own end.
   */
  <T> long give(CompletionStage<T> promise, Codec<T> value) {
    long id = given.give(new Given(promise), Command.SETTLE, null);
    CompletionStage<T> unused =
        promise.whenCompleteAsync(
            (result, failed) -> ended(id, value, result, failed), Workers::run);
    return id;
  }

  private <T> void ended(long id, Codec<T> value, @Nullable T result, @Nullable Throwable failed) {
    if (given.find(id) == null) {
      return; // The frame with it was never sent, or the context has ended.
    }
    given.release(id, 1, "settled");
    Subject subject = () -> "promise " + id;
    Answering answering = new Answering(Command.SETTLE, context.contextId(), id, subject, context);
    try (OutgoingFrame frame = context.newFrame()) {
      context.post(end(answering, frame, value, result, failed));
    } catch (DisconnectedException e) {
      LOG.get().log(Level.DEBUG, "the connection ended before promise {0} did", id);
    }
  }

  @SuppressWarnings("NullAway") // whether the result may be null, the codec decides
  private <T> OutgoingFrame end(
      Answering answering,
      OutgoingFrame frame,
      Codec<T> value,
      @Nullable T result,
      @Nullable Throwable failed) {
    if (failed != null) {
      Throwable cause =
          failed instanceof CompletionException && failed.getCause() != null
              ? failed.getCause()
              : failed;
      return answering.failure(frame, cause, false, List.of());
    }
    try {
      answering.start(frame);
      new Reply(frame, context, context.values(), answering.subject()).element(value, result);
      return Answering.finish(frame);
    } catch (RuntimeException e) {
      return answering.failure(frame, e, true, List.of());
    }
  }

  /** The future that stands for a promise which has arrived; the same for the same id. */
  @SuppressWarnings("unchecked") // a promise's id comes with one type only
  <T> CompletableFuture<T> arrived(long id, Codec<T> value, RemoteCall.Declared declared) {
    Arrived<T> entry;
    End end;
    synchronized (this) {
      entry =
          (Arrived<T>)
              arrived.computeIfAbsent(
                  id, fresh -> new Arrived<>(new RemotePromise<T>(fresh), value, declared));
      end = early.remove(id);
    }
    if (end != null) {
      settle(id, end.frame(), end.undecoded());
    } else if (failure != null) {
      entry.future().completeExceptionally(failure.apply("promise " + id));
    }
    return entry.future();
  }

  /** Nobody will ever ask for a promise that has arrived: its end is thrown away. */
  void discard(long id) {
    End end;
    synchronized (this) {
      end = early.remove(id);
      if (end == null && failure == null) {
        arrived.put(id, Nobody.DISCARDED);
      }
    }
    if (end != null) {
      discard(end);
    }
  }

  /** The end of a promise has been read; the future is completed by a worker. */
  void settle(long id, Frame frame, ReleaseOrder.Undecoded undecoded) {
    End end = new End(frame, undecoded);
    Arrived<?> entry;
    synchronized (this) {
      entry = arrived.remove(id);
      if (entry == null) {
        early.put(id, end);
        return;
      }
    }
    if (entry.equals(Nobody.DISCARDED)) {
      Workers.run(() -> discard(end));
    } else {
      context.complete(() -> complete(id, entry, end));
    }
  }

  private void discard(End end) {
    context.discard(end.frame(), List.of());
    end.undecoded().decoded();
  }

  private <T> void complete(long id, Arrived<T> entry, End end) {
    Frame frame = end.frame();
    Subject subject = () -> "promise " + id;
    Header header = new Header(context.encoding(), frame);
    Delivery delivery = new Delivery(context, new ArrayList<>(0));
    try {
      header.text("command");
      header.text("context id");
      header.number("promise id");
      MetaReader metas = header.metas(delivery, context.values(), subject, false);
      ErrorMeta error = header.answer(end.undecoded()).errorOrNull(subject);
      if (error == null) {
        T value = metas.read(entry.value());
        end.undecoded().decoded();
        entry.future().complete(value);
      } else {
        RuntimeException thrown = Answer.thrown(error, subject);
        entry.future().completeExceptionally(AsyncCall.asDeclared(thrown, entry.declared()));
      }
    } catch (RuntimeException e) {
      context.discard(frame, delivery.arrived());
      entry.future().completeExceptionally(e);
    } finally {
      end.undecoded().decoded();
      header.json().close();
    }
  }

  /** The other side does not want a promise any more. */
  void cancel(long id) {
    OwnedObjects.Held<Object> held = given.find(id);
    if (held != null
        && held.object() instanceof Given promised
        && promised.promise() instanceof Future<?> future) {
      Workers.run(() -> future.cancel(true));
    }
  }

  private void sendCancel(long id) {
    try (OutgoingFrame frame = context.newFrame()) {
      context.writeCancel(frame, "promise", id);
      context.post(frame.finish());
    } catch (DisconnectedException e) {
      LOG.get().log(Level.DEBUG, "the connection ended before promise {0} was cancelled", id);
    }
  }

  /**
   * Whether the end of a promise has still to come; a cancelled one waits for it like any other.
   */
  private synchronized boolean isOpen(long id) {
    return arrived.containsKey(id);
  }

  /** The context has ended: what was promised to it will not come. */
  void end(Function<String, RemoteException> reason) {
    Map<Long, Arrived<?>> open;
    synchronized (this) {
      failure = reason;
      open = Map.copyOf(arrived);
      arrived.clear();
      early.clear();
    }
    for (Map.Entry<Long, Arrived<?>> each : open.entrySet()) {
      String promise = "promise " + each.getKey();
      CompletableFuture<?> future = each.getValue().future();
      context.complete(() -> future.completeExceptionally(reason.apply(promise)));
    }
  }
}
