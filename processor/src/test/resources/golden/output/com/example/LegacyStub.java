package com.example;

import dev.remora.RemoteInvocationException;
import dev.remora.renderer.RemoteContext;
import dev.remora.stub.Codec;
import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.MetaWriter;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StubType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/** The renderer's stub of {@link Legacy}: each call is a round trip to the main process. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public final class LegacyStub extends RemoteStub implements Legacy {
  /** Describes this stub to the runtime. */
  public static final StubType<LegacyStub> TYPE =
      new StubType<>(
          LegacyStub.class,
          "com.example.Legacy",
          "f1e1d026bd8efbac",
          LegacyStub::new,
          LegacyStub::signatures);

  private LegacyStub(RemoteReference reference) {
    super(reference);
  }

  /**
   * Requires the module from the main process: one round trip.
   *
   * @param remote the context that holds the stub
   * @return the stub of the exported object; the same object is always the same stub
   */
  public static LegacyStub require(RemoteContext remote) {
    return remote.require(TYPE).stub();
  }

  /**
   * The same object, whose calls fail when they take too long.
   *
   * @param timeout how long each call may take
   * @return another stub of the object; the calls of this one are as before
   */
  public LegacyStub withTimeout(Duration timeout) {
    return RemoteStub.withTimeout(this, timeout);
  }

  @Override
  public Object get(String key) {
    try (RemoteCall call = RemoteCall.memberCall(this, "get")) {
      call.wrapArgs().writeString(key);
      return call.invoke().read(WireCodecs.ANYTHING);
    }
  }

  @Override
  public Legacy parent() {
    try (RemoteCall call = RemoteCall.memberCall(this, "parent")) {
      return call.invoke().read(WireCodecs.LEGACY);
    }
  }

  @Override
  public void put(String key, Object value) throws IOException {
    try (RemoteCall call = RemoteCall.memberCall(this, "put")) {
      MetaWriter args = call.wrapArgs();
      args.writeString(key);
      args.write(WireCodecs.ANYTHING, value);
      call.invoke().readVoid();
    } catch (RemoteInvocationException e) {
      throw e.rethrowAs(IOException.class, IOException::new);
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    try (RemoteCall call = RemoteCall.memberCall(this, "unwrap")) {
      call.wrapArgs().write(WireCodecs.CLASSES, type);
      return call.invoke().read(RemotesStubs.FAMILY.resultOf(type));
    }
  }

  @Override
  public void load(ClassLoader loader) throws IOException {
    throw new UnsupportedOperationException(
        "parameter 'loader' of Legacy.load(ClassLoader) cannot cross processes: java.lang.ClassLoader is neither a value nor a @RemoteModule");
  }

  private static List<String> signatures() {
    return List.of(
        "java.lang.Object get(java.lang.String)",
        "com.example.Legacy parent()",
        "void put(java.lang.String, java.lang.Object) throws java.io.IOException",
        "T unwrap(java.lang.Class<?>)");
  }

  /** How values cross; made when the first call needs it. */
  @GeneratedByRemora
  private static final class WireCodecs {
    static final Codec<Object> ANYTHING = RemotesStubs.FAMILY.anything();

    static final Codec<Class<?>> CLASSES = RemotesStubs.FAMILY.classes();

    static final Codec<Legacy> LEGACY = RemotesStubs.FAMILY.reference(Legacy.class);
  }
}
