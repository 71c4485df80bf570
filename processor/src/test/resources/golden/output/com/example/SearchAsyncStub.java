package com.example;

import dev.remora.renderer.RemoteContext;
import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.HeldFunction;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.MetaWriter;
import dev.remora.stub.RecordCodec;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteStub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The renderer's asynchronous stub of {@link Search}: no call waits for the main process.
 *
 * <p>What a call would throw, declared exceptions included, is what its future fails with.
 */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public final class SearchAsyncStub {
  private final SearchStub stub;

  private SearchAsyncStub(SearchStub stub) {
    this.stub = stub;
  }

  /**
   * Requires the module from the main process: one round trip, which is waited for.
   *
   * @param remote the context that holds the stub
   * @return the asynchronous stub of the exported object
   */
  public static SearchAsyncStub require(RemoteContext remote) {
    return of(SearchStub.require(remote));
  }

  /**
   * Calls the object of a stub asynchronously.
   *
   * @param stub the stub
   * @return an asynchronous stub of the same object
   */
  public static SearchAsyncStub of(SearchStub stub) {
    return new SearchAsyncStub(stub);
  }

  /**
   * The same object, whose calls fail when they take too long.
   *
   * @param timeout how long each call may take
   * @return another stub of the object; the calls of this one are as before
   */
  public SearchAsyncStub withTimeout(Duration timeout) {
    return of(RemoteStub.withTimeout(stub, timeout));
  }

  public static CompletableFuture<SearchStub> construct(RemoteContext remote, Path root) {
    try (RemoteCall call = remote.require(SearchStub.TYPE).memberConstructor("Search")) {
      call.wrapArgs().write(Codecs.PATH, root);
      return call.invokeAsync(result -> result.read(WireCodecs.SEARCH));
    }
  }

  public static CompletableFuture<String> engine(RemoteContext remote) {
    try (RemoteCall call = remote.require(SearchStub.TYPE).memberCall("engine")) {
      return call.invokeAsync(MetaReader::readString);
    }
  }

  public CompletableFuture<List<Entry>> all(String text) {
    try (RemoteCall call = RemoteCall.memberCall(stub, "all")) {
      call.wrapArgs().writeString(text);
      return call.invokePromise(
          result -> result.read(WireCodecs.PROMISE_OF_LIST_OF_ENTRY),
          e -> e.rethrowAs(IOException.class, IOException::new));
    }
  }

  public CompletableFuture<Void> clear() {
    try (RemoteCall call = RemoteCall.memberCall(stub, "clear")) {
      return call.invokeAsync(result -> result.read(Codecs.VOID));
    }
  }

  /** Looks for all, and tells of it on the way. */
  public CompletableFuture<Long> count(String text, SearchListener listener) {
    try (RemoteCall call = RemoteCall.memberCall(stub, "count")) {
      MetaWriter args = call.wrapArgs();
      args.writeString(text);
      args.write(WireCodecs.SEARCH_LISTENER, listener);
      return call.invokeAsync(MetaReader::readLong);
    }
  }

  /**
   * Looks for the first match.
   *
   * @param text what to look for
   * @return the first match, or null
   */
  public CompletableFuture<@Nullable Entry> first(String text) {
    try (RemoteCall call = RemoteCall.memberCall(stub, "first")) {
      call.wrapArgs().writeString(text);
      return call.invokeAsync(
          result -> result.read(WireCodecs.NULLABLE_ENTRY),
          e ->
              e.rethrowAs(IOException.class, IOException::new)
                  .rethrowAs(TimeoutException.class, TimeoutException::new));
    }
  }

  public void hint(String stub) {
    try (RemoteCall call = RemoteCall.memberCall(this.stub, "hint")) {
      call.wrapArgs().writeString(stub);
      call.post();
    }
  }

  /** How many results there may be. */
  public CompletableFuture<Integer> limit() {
    try (RemoteCall call = RemoteCall.memberGet(stub, "limit")) {
      return call.invokeAsync(MetaReader::readInt);
    }
  }

  public CompletableFuture<Void> limit(int limit) {
    try (RemoteCall call = RemoteCall.memberSet(stub, "limit")) {
      call.wrapArgs().writeInt(limit);
      return call.invokeAsync(result -> result.read(Codecs.VOID));
    }
  }

  private static List<HeldFunction> functionsInSearchListener() {
    return List.of(
        new HeldFunction(SearchListener.class, "atEnd", SearchStub.RemoteRunnable.TYPE),
        new HeldFunction(SearchListener.class, "onEntered", SearchStub.PostedConsumerOfString.TYPE),
        new HeldFunction(SearchListener.class, "onFound", SearchStub.ConsumerOfEntry.TYPE));
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
    static final Codec<@Nullable Entry> NULLABLE_ENTRY = EntryCodec.CODEC.nullable();

    static final Codec<CompletableFuture<List<Entry>>> PROMISE_OF_LIST_OF_ENTRY =
        Codecs.promise(Codecs.list(EntryCodec.CODEC));

    static final Codec<SearchStub> SEARCH = Codecs.stub(SearchStub.class, () -> SearchStub.TYPE);

    static final Codec<SearchListener> SEARCH_LISTENER =
        Codecs.value(SearchListener.class, functionsInSearchListener());
  }
}
