package dev.remora.stub;

/**
 * The base of every generated stub: a renderer's typed view of one object of the main process.
 *
 * <p>It adds no method of its own, so that a module's members can have any name. Equality is
 * identity: within one context the same object of the main process is always the same stub, as long
 * as somebody holds it. When nobody does, its references are given back ({@code
 * docs/protocol.md#release}).
 */
public abstract class RemoteStub {
  /** The object that this stub stands for. */
  final RemoteReference reference;

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
   * @return its reference
   */
  public static RemoteReference referenceOf(RemoteStub stub) {
    return stub.reference;
  }

  /** Names the module and the object's id; local, no call is made. */
  @Override
  public final String toString() {
    return "stub of " + reference;
  }

  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }
}
