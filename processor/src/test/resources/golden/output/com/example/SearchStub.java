package com.example;

import dev.remora.RemoteInvocationException;
import dev.remora.renderer.RemoteContext;
import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.FunctionType;
import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.HeldFunction;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.MetaWriter;
import dev.remora.stub.RecordCodec;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteFunction;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.Reply;
import dev.remora.stub.StubType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The renderer's stub of {@link Search}: each call is a round trip to the main process. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public class SearchStub extends RemoteStub {
  /** Describes this stub to the runtime. */
  public static final StubType<SearchStub> TYPE =
      new StubType<>(
          SearchStub.class,
          "com.example.Search",
          "b4ef82887cfc2cd5",
          SearchStub::new,
          SearchStub::signatures);

  /**
   * For the runtime, and for the stubs of subclasses.
   *
   * @param reference the object, from the runtime
   */
  protected SearchStub(RemoteReference reference) {
    super(reference);
  }

  /**
   * Requires the module from the main process: one round trip.
   *
   * @param remote the context that holds the stub
   * @return the stub of the exported object; the same object is always the same stub
   */
  public static SearchStub require(RemoteContext remote) {
    return remote.require(TYPE).stub();
  }

  /**
   * The same object, whose calls fail when they take too long.
   *
   * @param timeout how long each call may take
   * @return another stub of the object; the calls of this one are as before
   */
  public SearchStub withTimeout(Duration timeout) {
    return RemoteStub.withTimeout(this, timeout);
  }

  public static SearchStub construct(RemoteContext remote, Path root) {
    try (RemoteCall call = remote.require(TYPE).memberConstructor("Search")) {
      call.wrapArgs().write(Codecs.PATH, root);
      return call.invoke().read(WireCodecs.SEARCH);
    }
  }

  public static String engine(RemoteContext remote) {
    try (RemoteCall call = remote.require(TYPE).memberCall("engine")) {
      return call.invoke().readString();
    }
  }

  public CompletableFuture<List<Entry>> all(String text) throws IOException {
    try (RemoteCall call = RemoteCall.memberCall(this, "all")) {
      call.wrapArgs().writeString(text);
      return call.invoke().readPromise(
          WireCodecs.PROMISE_OF_LIST_OF_ENTRY,
          e -> e.rethrowAs(IOException.class, IOException::new));
    } catch (RemoteInvocationException e) {
      throw e.rethrowAs(IOException.class, IOException::new);
    }
  }

  public void clear() {
    try (RemoteCall call = RemoteCall.memberCall(this, "clear")) {
      call.invoke().readVoid();
    }
  }

  /** Looks for all, and tells of it on the way. */
  public long count(String text, SearchListener listener) {
    try (RemoteCall call = RemoteCall.memberCall(this, "count")) {
      MetaWriter args = call.wrapArgs();
      args.writeString(text);
      args.write(WireCodecs.SEARCH_LISTENER, listener);
      return call.invoke().readLong();
    }
  }

  /**
   * Looks for the first match.
   *
   * @param text what to look for
   * @return the first match, or null
   * @throws IOException if something cannot be read
   * @throws TimeoutException if it takes too long
   */
  public @Nullable Entry first(String text) throws IOException, TimeoutException {
    try (RemoteCall call = RemoteCall.memberCall(this, "first")) {
      call.wrapArgs().writeString(text);
      return call.invoke().readNullable(WireCodecs.ENTRY);
    } catch (RemoteInvocationException e) {
      throw e
          .rethrowAs(IOException.class, IOException::new)
          .rethrowAs(TimeoutException.class, TimeoutException::new);
    }
  }

  public void hint(String stub) {
    try (RemoteCall call = RemoteCall.memberCall(this, "hint")) {
      call.wrapArgs().writeString(stub);
      call.post();
    }
  }

  /** How many results there may be. */
  public int limit() {
    try (RemoteCall call = RemoteCall.memberGet(this, "limit")) {
      return call.invoke().readInt();
    }
  }

  public void limit(int limit) {
    try (RemoteCall call = RemoteCall.memberSet(this, "limit")) {
      call.wrapArgs().writeInt(limit);
      call.invoke().readVoid();
    }
  }

  private static List<String> signatures() {
    return List.of(
        "constructor Search(java.nio.file.Path)",
        "java.util.concurrent.CompletableFuture<java.util.List<com.example.Entry>> all(java.lang.String) throws java.io.IOException",
        "void clear()",
        "long count(java.lang.String, com.example.SearchListener)",
        "static java.lang.String engine()",
        "com.example.Entry first(java.lang.String) throws java.io.IOException, java.util.concurrent.TimeoutException",
        "@OneWay void hint(java.lang.String)",
        "property int limit",
        "value com.example.Entry(java.lang.String name, long size)",
        "value com.example.SearchListener(@OneWay java.util.function.Consumer<java.lang.String> onEntered, java.lang.String name, java.util.List<java.lang.Runnable> atEnd, java.util.function.Consumer<com.example.Entry> onFound)");
  }

  private static List<HeldFunction> functionsInSearchListener() {
    return List.of(
        new HeldFunction(SearchListener.class, "atEnd", RemoteRunnable.TYPE),
        new HeldFunction(SearchListener.class, "onEntered", PostedConsumerOfString.TYPE),
        new HeldFunction(SearchListener.class, "onFound", ConsumerOfEntry.TYPE));
  }

  /** How {@link Entry} crosses. */
  @GeneratedByRemora
  private static final class EntryCodec extends RecordCodec<Entry> {
    static final EntryCodec CODEC = new EntryCodec();

    private EntryCodec() {
      super(Entry.class, component("name"), required("size"));
    }

    @Override
    protected void writeComponents(MetaWriter to, Entry value) {
      write(to, 0, Codecs.STRING, value.name());
      writeLong(to, 1, value.size());
    }

    @Override
    protected Entry readComponents(MetaCursor from) {
      String name = absent();
      long size = 0;
      for (long place = next(from, START); place != END; place = next(from, place)) {
        switch (componentAt(place)) {
          case 0 -> name = read(from, Codecs.STRING);
          case 1 -> size = readLong(from);
          default -> throw unknown(place);
        }
      }
      return new Entry(name, size);
    }
  }

  /** How values cross; made when the first call needs it. */
  @GeneratedByRemora
  private static final class WireCodecs {
    static final Codec<Entry> ENTRY = EntryCodec.CODEC;

    static final Codec<CompletableFuture<List<Entry>>> PROMISE_OF_LIST_OF_ENTRY =
        Codecs.promise(Codecs.list(EntryCodec.CODEC));

    static final Codec<SearchStub> SEARCH = Codecs.stub(SearchStub.class, () -> TYPE);

    static final Codec<SearchListener> SEARCH_LISTENER =
        Codecs.value(SearchListener.class, functionsInSearchListener());
  }

  /** A {@code Consumer<Entry>} that lives in the other process. */
  @GeneratedByRemora
  static final class ConsumerOfEntry extends RemoteFunction implements Consumer<Entry> {
    static final FunctionType<Consumer<Entry>> TYPE =
        new FunctionType<>(
            Consumer.class,
            true,
            FunctionType.Delivery.BY_RULE,
            ConsumerOfEntry::new,
            ConsumerOfEntry::run);

    private ConsumerOfEntry(RemoteReference reference) {
      super(reference);
    }

    @Override
    public void accept(Entry arg1) {
      try (RemoteCall call = RemoteCall.functionCall(this)) {
        call.wrapArgs().write(WireCodecs.ENTRY, arg1);
        call.invoke().readVoid();
      }
    }

    private static void run(Consumer<Entry> function, MetaReader args, Reply reply) {
      Entry arg1 = args.read(WireCodecs.ENTRY);
      args.end();
      function.accept(arg1);
      reply.writeVoid();
    }
  }

  /** A {@code Consumer<String>} that lives in the other process. */
  @GeneratedByRemora
  static final class PostedConsumerOfString extends RemoteFunction implements Consumer<String> {
    static final FunctionType<Consumer<String>> TYPE =
        new FunctionType<>(
            Consumer.class,
            true,
            FunctionType.Delivery.POSTED,
            PostedConsumerOfString::new,
            PostedConsumerOfString::run);

    private PostedConsumerOfString(RemoteReference reference) {
      super(reference);
    }

    @Override
    public void accept(String arg1) {
      try (RemoteCall call = RemoteCall.functionCall(this)) {
        call.wrapArgs().writeString(arg1);
        call.invoke().readVoid();
      }
    }

    private static void run(Consumer<String> function, MetaReader args, Reply reply) {
      String arg1 = args.readString();
      args.end();
      function.accept(arg1);
      reply.writeVoid();
    }
  }

  /** A {@code Runnable} that lives in the other process. */
  @GeneratedByRemora
  static final class RemoteRunnable extends RemoteFunction implements Runnable {
    static final FunctionType<Runnable> TYPE =
        new FunctionType<>(
            Runnable.class,
            true,
            FunctionType.Delivery.BY_RULE,
            RemoteRunnable::new,
            RemoteRunnable::run);

    private RemoteRunnable(RemoteReference reference) {
      super(reference);
    }

    @Override
    public void run() {
      try (RemoteCall call = RemoteCall.functionCall(this)) {
        call.invoke().readVoid();
      }
    }

    private static void run(Runnable function, MetaReader args, Reply reply) {
      args.end();
      function.run();
      reply.writeVoid();
    }
  }
}
