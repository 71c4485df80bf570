package dev.remora.stub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which object of which context a stub stands for; generated constructors pass it on and look at
 * nothing in it.
 *
 * @param kind what it is: its {@link StubType} or {@link FunctionType}
 * @param id the object's id in its context
 * @param calls starts calls on the object, and tells contexts apart
 * @param origin where a function was given to the other side, or empty
 * @param timed for stubs with a timeout of their own, otherwise null
 */
public record RemoteReference(
    Object kind, long id, RemoteCalls calls, String origin, @Nullable Timed timed) {

  /**
   * The reference of a stub that the context counts.
   *
   * @param kind what it is: its {@link StubType} or {@link FunctionType}
   * @param id the object's id in its context
   * @param calls starts calls on the object
   * @param origin where a function was given to the other side, or empty
   */
  public RemoteReference(Object kind, long id, RemoteCalls calls, String origin) {
    this(kind, id, calls, origin, null);
  }

  /**
   * The reference of a stub whose object is not known yet; for the session.
   *
   * @param <S> the stub
   * @param type the stub's type
   * @param module requires the object, at the first call
   * @param context the context that the object will belong to
   * @return a reference of an injected stub
   */
  public static <S extends RemoteStub> RemoteReference atFirstCall(
      StubType<S> type, ModuleReference<S> module, RemoteCalls context) {
    return new RemoteReference(type, 0, new InjectedModule<>(type, module, context), "");
  }

  /**
   * What a stub with a timeout has more than the stub that it was made of.
   *
   * @param original the stub that the context counts; kept reachable, because it holds the object
   * @param timeout how long a call may take
   */
  public record Timed(RemoteStub original, Duration timeout) {}

  /** The object as error messages name it. */
  @Override
  public String toString() {
    String name = kind instanceof StubType<?> type ? type.module() : kind.toString();
    return name + "#" + id + (origin.isEmpty() ? "" : " (given at " + origin + ")");
  }
}
