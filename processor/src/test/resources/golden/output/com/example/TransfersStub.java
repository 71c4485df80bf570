package com.example;

import dev.remora.RemoteInvocationException;
import dev.remora.renderer.RemoteContext;
import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.FunctionType;
import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.MetaWriter;
import dev.remora.stub.RecordCodec;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteFunction;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.Reply;
import dev.remora.stub.StreamCodecs;
import dev.remora.stub.StubType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The renderer's stub of {@link Transfers}: each call is a round trip to the main process. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public class TransfersStub extends RemoteStub {
  /** Describes this stub to the runtime. */
  public static final StubType<TransfersStub> TYPE =
      new StubType<>(
          TransfersStub.class,
          "com.example.Transfers",
          "ba762b63b5b6c440",
          TransfersStub::new,
          TransfersStub::signatures);

  /**
   * For the runtime, and for the stubs of subclasses.
   *
   * @param reference the object, from the runtime
   */
  protected TransfersStub(RemoteReference reference) {
    super(reference);
  }

  /**
   * Requires the module from the main process: one round trip.
   *
   * @param remote the context that holds the stub
   * @return the stub of the exported object; the same object is always the same stub
   */
  public static TransfersStub require(RemoteContext remote) {
    return remote.require(TYPE).stub();
  }

  /**
   * The same object, whose calls fail when they take too long.
   *
   * @param timeout how long each call may take
   * @return another stub of the object; the calls of this one are as before
   */
  public TransfersStub withTimeout(Duration timeout) {
    return RemoteStub.withTimeout(this, timeout);
  }

  public InputStream download(String path) throws IOException {
    try (RemoteCall call = RemoteCall.memberCall(this, "download")) {
      call.wrapArgs().writeString(path);
      return call.invoke().read(StreamCodecs.INPUT_STREAM);
    } catch (RemoteInvocationException e) {
      throw e.rethrowAs(IOException.class, IOException::new);
    }
  }

  public void each(Consumer<InputStream> action) {
    try (RemoteCall call = RemoteCall.memberCall(this, "each")) {
      call.wrapArgs().write(WireCodecs.CONSUMER_OF_INPUT_STREAM, action);
      call.invoke().readVoid();
    }
  }

  /** The elements are by reference as well. */
  public Stream<EditorStub> editors() {
    try (RemoteCall call = RemoteCall.memberCall(this, "editors")) {
      return call.invoke().read(WireCodecs.STREAM_OF_EDITOR);
    }
  }

  public Stream<Entry> find(String pattern) {
    try (RemoteCall call = RemoteCall.memberCall(this, "find")) {
      call.wrapArgs().writeString(pattern);
      return call.invoke().read(WireCodecs.STREAM_OF_ENTRY);
    }
  }

  public CompletableFuture<List<InputStream>> parts() {
    try (RemoteCall call = RemoteCall.memberCall(this, "parts")) {
      return call.invoke().read(WireCodecs.PROMISE_OF_LIST_OF_INPUT_STREAM);
    }
  }

  public void print(@Nullable Reader from, Writer to) {
    try (RemoteCall call = RemoteCall.memberCall(this, "print")) {
      MetaWriter args = call.wrapArgs();
      args.writeNullable(StreamCodecs.READER, from);
      args.write(StreamCodecs.WRITER, to);
      call.invoke().readVoid();
    }
  }

  public long store(String path, InputStream content) throws IOException {
    try (RemoteCall call = RemoteCall.memberCall(this, "store")) {
      MetaWriter args = call.wrapArgs();
      args.writeString(path);
      args.write(StreamCodecs.INPUT_STREAM, content);
      return call.invoke().readLong();
    } catch (RemoteInvocationException e) {
      throw e.rethrowAs(IOException.class, IOException::new);
    }
  }

  public OutputStream upload(String path) {
    try (RemoteCall call = RemoteCall.memberCall(this, "upload")) {
      call.wrapArgs().writeString(path);
      return call.invoke().read(StreamCodecs.OUTPUT_STREAM);
    }
  }

  public Iterator<@Nullable Entry> walk(Iterator<String> paths) {
    try (RemoteCall call = RemoteCall.memberCall(this, "walk")) {
      call.wrapArgs().write(WireCodecs.ITERATOR_OF_STRING, paths);
      return call.invoke().read(WireCodecs.ITERATOR_OF_NULLABLE_ENTRY);
    }
  }

  private static List<String> signatures() {
    return List.of(
        "java.io.InputStream download(java.lang.String) throws java.io.IOException",
        "void each(java.util.function.Consumer<java.io.InputStream>)",
        "java.util.stream.Stream<com.example.Editor> editors()",
        "java.util.stream.Stream<com.example.Entry> find(java.lang.String)",
        "java.util.concurrent.CompletableFuture<java.util.List<java.io.InputStream>> parts()",
        "void print(java.io.Reader, java.io.Writer)",
        "long store(java.lang.String, java.io.InputStream) throws java.io.IOException",
        "java.io.OutputStream upload(java.lang.String)",
        "java.util.Iterator<com.example.Entry> walk(java.util.Iterator<java.lang.String>)",
        "value com.example.Entry(java.lang.String name, long size)");
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
    static final Codec<Consumer<InputStream>> CONSUMER_OF_INPUT_STREAM =
        Codecs.function(ConsumerOfInputStream.TYPE);

    static final Codec<Iterator<@Nullable Entry>> ITERATOR_OF_NULLABLE_ENTRY =
        StreamCodecs.iterator(EntryCodec.CODEC.nullable());

    static final Codec<Iterator<String>> ITERATOR_OF_STRING = StreamCodecs.iterator(Codecs.STRING);

    static final Codec<CompletableFuture<List<InputStream>>> PROMISE_OF_LIST_OF_INPUT_STREAM =
        Codecs.promise(Codecs.list(StreamCodecs.INPUT_STREAM));

    static final Codec<Stream<EditorStub>> STREAM_OF_EDITOR =
        StreamCodecs.stream(Codecs.stub(EditorStub.class, () -> EditorStub.TYPE));

    static final Codec<Stream<Entry>> STREAM_OF_ENTRY = StreamCodecs.stream(EntryCodec.CODEC);
  }

  /** A {@code Consumer<InputStream>} that lives in the other process. */
  @GeneratedByRemora
  private static final class ConsumerOfInputStream extends RemoteFunction
      implements Consumer<InputStream> {
    static final FunctionType<Consumer<InputStream>> TYPE =
        new FunctionType<>(
            Consumer.class,
            true,
            FunctionType.Delivery.BY_RULE,
            ConsumerOfInputStream::new,
            ConsumerOfInputStream::run);

    private ConsumerOfInputStream(RemoteReference reference) {
      super(reference);
    }

    @Override
    public void accept(InputStream arg1) {
      try (RemoteCall call = RemoteCall.functionCall(this)) {
        call.wrapArgs().write(StreamCodecs.INPUT_STREAM, arg1);
        call.invoke().readVoid();
      }
    }

    private static void run(Consumer<InputStream> function, MetaReader args, Reply reply) {
      InputStream arg1 = args.read(StreamCodecs.INPUT_STREAM);
      args.end();
      function.accept(arg1);
      reply.writeVoid();
    }
  }
}
