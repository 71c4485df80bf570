package dev.remora.session;

import dev.remora.ProtocolException;
import dev.remora.registry.OwnedObjects;
import dev.remora.registry.StubCache;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.FunctionType;
import dev.remora.stub.GivenStream;
import dev.remora.stub.MetaReader;
import dev.remora.stub.RemoteCalls;
import dev.remora.stub.RemoteFunction;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.Reply;

/**
 * Functions that are given and their proxies in the other process: what both sides do with them.
 */
final class RemoteFunctions {

  private RemoteFunctions() {}

  /** Counts the arrival of a function's id; the proxy in use for it, or a new one. */
  @SuppressWarnings("unchecked") // the proxy of a FunctionType<F> is an F
  static <F> F arrived(
      StubCache proxies, FunctionType<F> type, long id, String origin, RemoteCalls calls) {
    Object proxy =
        proxies.arrived(
            id, fresh -> type.proxy().apply(new RemoteReference(type, fresh, calls, origin)));
    if (!type.type().isInstance(proxy)) {
      throw new ProtocolException(
          "function %d came as %s, and is in use as %s"
              .formatted(id, type, proxy.getClass().getName()));
    }
    return (F) proxy;
  }

  /**
   * Runs what a target stands for.
   *
   * @return false if it is neither a function nor a stream
   */
  static boolean call(OwnedObjects.Held<Object> held, MetaReader args, Reply reply)
      throws Throwable {
    if (held.sentAs() instanceof FunctionType<?> type) {
      call(type, held, args, reply);
      return true;
    }
    if (held.sentAs() instanceof GivenStream stream) {
      stream.run(args, reply);
      return true;
    }
    return false;
  }

  private static <F> void call(
      FunctionType<F> type, OwnedObjects.Held<Object> held, MetaReader args, Reply reply)
      throws Throwable {
    type.runner().run(given(type, held), args, reply);
  }

  /** The function behind a target. */
  @SuppressWarnings("unchecked") // a context puts an F under its FunctionType<F>
  static <F> F given(FunctionType<F> type, OwnedObjects.Held<Object> held) {
    return (F) type.type().cast(held.object());
  }

  /**
   * Whether a call of a renderer's function is posted: without a result, and not from a thread that
   * serves a call of the same renderer; unless the parameter says otherwise.
   */
  static boolean isPosted(RemoteStub target, long cause) {
    if (!(target instanceof RemoteFunction)
        || !(RemoteStub.referenceOf(target).kind() instanceof FunctionType<?> type)
        || !type.isVoid()) {
      return false;
    }
    return switch (type.delivery()) {
      case BY_RULE -> cause == 0;
      case POSTED -> true;
      case AWAITED -> false;
    };
  }

  /**
   * Where the running call was made: the first frame that is neither ours nor a stub's, nor of the
   * libraries between the two. A message about a callback is of use only if it says whose callback
   * it is. What a member returns comes from its dispatcher.
   */
  static String origin() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .filter(frame -> !isOurs(frame.getDeclaringClass()))
                    .findFirst()
                    .map(RemoteFunctions::place)
                    .orElse(""));
  }

  private static String place(StackWalker.StackFrame frame) {
    return Dispatcher.class.isAssignableFrom(frame.getDeclaringClass())
        ? "result of " + frame.getDeclaringClass().getSimpleName() + "." + frame.getMethodName()
        : frame.getFileName() + ":" + frame.getLineNumber();
  }

  private static boolean isOurs(Class<?> type) {
    String name = type.getName();
    return RemoteStub.class.isAssignableFrom(type)
        || type.getPackage() == RemoteStub.class.getPackage()
        || type.getPackage() == RemoteFunctions.class.getPackage()
        || name.endsWith("AsyncStub")
        || name.startsWith("tools.jackson.")
        || name.startsWith("java.");
  }
}
