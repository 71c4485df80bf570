package dev.remora.stub;

import dev.remora.MissingObjectException;
import java.time.Duration;

/**
 * The base of every generated stub: a renderer's typed view of one object of the main process.
 *
 * <p>It adds no method of its own, so that a module's members can have any name. Equality is
 * identity: within one context the same object of the main process is always the same stub, as long
 * as somebody holds it. When nobody does, its references are given back ({@code
 * docs/protocol.md#release}). A stub that a container has injected equals itself only: what it
 * stands for is known from its first call on, and equality asks nobody.
 */
public abstract class RemoteStub {
  /** The object that this stub stands for. */
  final RemoteReference reference;

  private volatile boolean released;

  /**
   * Binds the stub to its object; called by generated constructors.
   *
   * @param reference the object, from the runtime
   */
  protected RemoteStub(RemoteReference reference) {
    this.reference = reference;
  }

  /**
   * The object that a stub stands for; for the session.
   *
   * @param stub a stub
   * @return its reference; of an injected stub without an object the context alone is right
   */
  public static RemoteReference referenceOf(RemoteStub stub) {
    return stub.reference.calls() instanceof InjectedModule<?> injected
        ? injected.reference()
        : stub.reference;
  }

  /**
   * The object that a stub stands for, which is going to be used; for the session. An injected stub
   * requires its module, if it has not yet.
   *
   * @param stub a stub
   * @return its reference
   * @throws MissingObjectException if the stub was released
   */
  public static RemoteReference inUse(RemoteStub stub) {
    checkNotReleased(stub);
    return stub.reference.calls() instanceof InjectedModule<?> injected
        ? inUse(injected.require())
        : stub.reference;
  }

  static void checkNotReleased(RemoteStub stub) {
    if (isReleased(stub)) {
      throw new MissingObjectException(
          "Cannot use %s any more: this process has released it; ask for the object again"
              .formatted(stub));
    }
  }

  /**
   * Whether a stub was released explicitly.
   *
   * @param stub a stub
   * @return true for good, once it was
   */
  public static boolean isReleased(RemoteStub stub) {
    return stub.original().released;
  }

  /**
   * Notes that the context does not count a stub any more; for the session.
   *
   * @param stub a stub
   * @return the stub that the context counted: it, the one that it was made of, or the one that it
   *     was injected for
   */
  public static RemoteStub released(RemoteStub stub) {
    RemoteStub original = stub.original();
    original.released = true;
    if (original.reference.calls() instanceof InjectedModule<?> injected) {
      RemoteStub known = injected.known();
      return known == null ? original : released(known);
    }
    return original;
  }

  /**
   * The same object behind a stub whose calls have a timeout of their own; generated stubs have it
   * as a method, unless their module has one of that name.
   *
   * <p>The new stub equals the given one, keeps it in use, and goes home as it does. A timeout that
   * it has already is replaced; an earlier deadline of the call that a thread serves stays.
   *
   * @param <S> the stub
   * @param stub the stub
   * @param timeout how long each call may take, from its first argument to its answer; positive
   * @return a new stub, which throws {@link dev.remora.CallTimeoutException}
   * @throws IllegalArgumentException if the timeout is not positive
   */
  @SuppressWarnings("unchecked") // the constructor of a stub's type makes stubs of its class
  public static <S extends RemoteStub> S withTimeout(S stub, Duration timeout) {
    RemoteStub given = stub;
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("a timeout must be positive, not " + timeout);
    }
    RemoteReference of = given.reference;
    if (!(of.kind() instanceof StubType<?> type)) {
      throw new IllegalArgumentException(stub + " is a function and has no timeout of its own");
    }
    return (S)
        type.constructor()
            .apply(
                new RemoteReference(
                    of.kind(),
                    of.id(),
                    of.calls(),
                    of.origin(),
                    new RemoteReference.Timed(given.original(), timeout)));
  }

  /** The stub that the context counts: this one, unless it is one with a timeout. */
  private RemoteStub original() {
    RemoteReference.Timed timed = reference.timed();
    return timed == null ? this : timed.original();
  }

  /** Names the module and the object's id; local, no call is made. */
  @Override
  public final String toString() {
    return reference.calls() instanceof InjectedModule<?> injected
        ? "injected stub of " + injected
        : "stub of " + reference;
  }

  @Override
  public final boolean equals(Object other) {
    return this == other || (other instanceof RemoteStub stub && original() == stub.original());
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(original());
  }
}
