package dev.remora.stub;

import dev.remora.wire.Command;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What an injected stub stands for before its first call: a module, by its name. The first call
 * requires it; a require that fails leaves nothing behind, so that the next call tries again.
 *
 * <p>Any thread. No lock is held while main is asked: of threads whose first calls meet, each
 * requires, and all keep what the first of them was given.
 */
final class InjectedModule<S extends RemoteStub> implements RemoteCalls {
  private final StubType<S> type;
  private final ModuleReference<S> module;
  private final RemoteCalls context;

  /** Keeps the object in use for as long as the injected stub is. */
  private final AtomicReference<@Nullable S> required = new AtomicReference<>();

  InjectedModule(StubType<S> type, ModuleReference<S> module, RemoteCalls context) {
    this.type = type;
    this.module = module;
    this.context = context;
  }

  @Override
  public RemoteCall start(Command command, RemoteStub injected, String member) {
    RemoteStub target = target(injected);
    return target.reference.calls().start(command, target, member);
  }

  /** The stub of the object, with the timeout that the injected one may have. */
  private RemoteStub target(RemoteStub injected) {
    RemoteStub.checkNotReleased(injected);
    S stub = require();
    RemoteReference.Timed timed = injected.reference.timed();
    return timed == null ? stub : RemoteStub.withTimeout(stub, timed.timeout());
  }

  /**
   * The stub of the object; one round trip, unless it is known. It is known no more when somebody
   * else has released it, who required the same module.
   */
  S require() {
    S known = required.get();
    if (known != null && !RemoteStub.isReleased(known)) {
      return known;
    }
    S asked = module.stub();
    if (required.compareAndSet(known, asked)) {
      return asked;
    }
    S other = required.get();
    return other == null ? asked : other;
  }

  /** The stub of the object, if a call has required it. */
  @Nullable S known() {
    return required.get();
  }

  /** The object, as far as it is known without asking main. */
  RemoteReference reference() {
    S known = required.get();
    return known == null ? new RemoteReference(type, 0, context, "") : known.reference;
  }

  @Override
  public String toString() {
    S known = required.get();
    return known == null ? type.module() + " (not required yet)" : known.reference.toString();
  }
}
