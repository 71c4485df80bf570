package dev.remora.main;

import dev.remora.session.ServedContext;
import dev.remora.stub.RemoteFunction;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;

/** What main can ask about a function that a renderer has passed. Any thread. */
public final class RendererCallback {

  private RendererCallback() {}

  /**
   * Whether calling a function can succeed.
   *
   * @param function a function, from a renderer or not
   * @return false if it lives in a renderer whose context has ended, or was released
   */
  public static boolean isAlive(Object function) {
    return !(function instanceof RemoteFunction remote)
        || !(RemoteStub.referenceOf(remote).calls() instanceof ServedContext context)
        || !(context.hasEnded() || RemoteStub.isReleased(remote));
  }

  /**
   * Gives a renderer's function back now, without waiting for the garbage collector; calling it is
   * an error from then on. Any number of times; a function of main's own is left alone.
   *
   * @param function a function, from a renderer or not
   */
  public static void release(Object function) {
    if (function instanceof RemoteFunction remote
        && RemoteStub.referenceOf(remote).calls() instanceof ServedContext context) {
      context.release(remote);
    }
  }

  /**
   * Names a function, for messages: its type, and where the renderer passed it.
   *
   * @param function a function, from a renderer or not
   * @return for example {@code java.util.function.Consumer#3 (given at Page.java:12)}
   */
  public static String describe(Object function) {
    if (function instanceof RemoteFunction remote) {
      RemoteReference reference = RemoteStub.referenceOf(remote);
      return reference.toString();
    }
    return function.getClass().getName();
  }
}
