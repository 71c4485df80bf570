package com.example;

import dev.remora.renderer.RemoteContext;
import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StubType;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/** The renderer's stub of {@link Editor}: each call is a round trip to the main process. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public class EditorStub extends RemoteStub {
  /** Describes this stub to the runtime. */
  public static final StubType<EditorStub> TYPE =
      new StubType<>(
          EditorStub.class,
          "com.example.Editor",
          "31c36907f090f49d",
          EditorStub::new,
          EditorStub::signatures);

  /**
   * For the runtime, and for the stubs of subclasses.
   *
   * @param reference the object, from the runtime
   */
  protected EditorStub(RemoteReference reference) {
    super(reference);
  }

  /**
   * Requires the module from the main process: one round trip.
   *
   * @param remote the context that holds the stub
   * @return the stub of the exported object; the same object is always the same stub
   */
  public static EditorStub require(RemoteContext remote) {
    return remote.require(TYPE).stub();
  }

  /**
   * The same object, whose calls fail when they take too long.
   *
   * @param timeout how long each call may take
   * @return another stub of the object; the calls of this one are as before
   */
  public EditorStub withTimeout(Duration timeout) {
    return RemoteStub.withTimeout(this, timeout);
  }

  /**
   * Adds to the end.
   *
   * @param more what to add
   */
  public void append(String more) {
    try (RemoteCall call = RemoteCall.memberCall(this, "append")) {
      call.wrapArgs().writeString(more);
      call.invoke().readVoid();
    }
  }

  /** The whole text. */
  public String text() {
    try (RemoteCall call = RemoteCall.memberCall(this, "text")) {
      return call.invoke().readString();
    }
  }

  private static List<String> signatures() {
    return List.of(
        "void append(java.lang.String)",
        "java.lang.String text()");
  }
}
