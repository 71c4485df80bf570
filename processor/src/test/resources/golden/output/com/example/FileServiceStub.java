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
import dev.remora.stub.StubType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.annotation.processing.Generated;

/** The renderer's stub of {@link FileService}: each call is a round trip to the main process. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public class FileServiceStub extends RemoteStub {
  /** Describes this stub to the runtime. */
  public static final StubType<FileServiceStub> TYPE =
      new StubType<>(
          FileServiceStub.class,
          "com.example.FileService",
          "381bdecf93cd5e41",
          FileServiceStub::new,
          FileServiceStub::signatures);

  /**
   * For the runtime, and for the stubs of subclasses.
   *
   * @param reference the object, from the runtime
   */
  protected FileServiceStub(RemoteReference reference) {
    super(reference);
  }

  /**
   * Requires the module from the main process: one round trip.
   *
   * @param remote the context that holds the stub
   * @return the stub of the exported object; the same object is always the same stub
   */
  public static FileServiceStub require(RemoteContext remote) {
    return remote.require(TYPE).stub();
  }

  /**
   * The same object, whose calls fail when they take too long.
   *
   * @param timeout how long each call may take
   * @return another stub of the object; the calls of this one are as before
   */
  public FileServiceStub withTimeout(Duration timeout) {
    return RemoteStub.withTimeout(this, timeout);
  }

  public static FileServiceStub construct(RemoteContext remote, Path root) {
    try (RemoteCall call = remote.require(TYPE).memberConstructor("FileService")) {
      call.wrapArgs().write(Codecs.PATH, root);
      return call.invoke().read(WireCodecs.FILE_SERVICE);
    }
  }

  public static int version(RemoteContext remote) {
    try (RemoteCall call = remote.require(TYPE).memberCall("version")) {
      return call.invoke().readInt();
    }
  }

  public void close(EditorStub editor) {
    try (RemoteCall call = RemoteCall.memberCall(this, "close")) {
      call.wrapArgs().write(WireCodecs.EDITOR, editor);
      call.invoke().readVoid();
    }
  }

  public int count(String dir, Predicate<Entry> filter) {
    try (RemoteCall call = RemoteCall.memberCall(this, "count")) {
      MetaWriter args = call.wrapArgs();
      args.writeString(dir);
      args.write(WireCodecs.PREDICATE_OF_ENTRY, filter);
      return call.invoke().readInt();
    }
  }

  public int doubleIt(int x) {
    try (RemoteCall call = RemoteCall.memberCall(this, "doubleIt")) {
      call.wrapArgs().writeInt(x);
      return call.invoke().readInt();
    }
  }

  /**
   * Lists a directory, each {@code Entry} by value.
   *
   * @param dir its name
   * @return what is in it
   * @throws IOException if it cannot be read
   */
  public List<Entry> list(String dir) throws IOException {
    try (RemoteCall call = RemoteCall.memberCall(this, "list")) {
      call.wrapArgs().writeString(dir);
      return call.invoke().read(WireCodecs.LIST_OF_ENTRY);
    } catch (RemoteInvocationException e) {
      throw e.rethrowAs(IOException.class, IOException::new);
    }
  }

  public void log(String line) {
    try (RemoteCall call = RemoteCall.memberCall(this, "log")) {
      call.wrapArgs().writeString(line);
      call.post();
    }
  }

  public EditorStub open(String path) {
    try (RemoteCall call = RemoteCall.memberCall(this, "open")) {
      call.wrapArgs().writeString(path);
      return call.invoke().read(WireCodecs.EDITOR);
    }
  }

  public CompletableFuture<String> readAsync(String path) {
    try (RemoteCall call = RemoteCall.memberCall(this, "readAsync")) {
      call.wrapArgs().writeString(path);
      return call.invoke().read(WireCodecs.PROMISE_OF_STRING);
    }
  }

  public byte[] readBytes(String path) {
    try (RemoteCall call = RemoteCall.memberCall(this, "readBytes")) {
      call.wrapArgs().writeString(path);
      return call.invoke().read(Codecs.BYTES);
    }
  }

  /** Where relative names begin. */
  public String root() {
    try (RemoteCall call = RemoteCall.memberGet(this, "root")) {
      return call.invoke().readString();
    }
  }

  public void root(String root) {
    try (RemoteCall call = RemoteCall.memberSet(this, "root")) {
      call.wrapArgs().writeString(root);
      call.invoke().readVoid();
    }
  }

  /** Puts an editor back, main's own way. */
  public Callable<EditorStub> undo(EditorStub editor) {
    try (RemoteCall call = RemoteCall.memberCall(this, "undo")) {
      call.wrapArgs().write(WireCodecs.EDITOR, editor);
      return call.invoke().read(WireCodecs.CALLABLE_OF_EDITOR);
    }
  }

  /**
   * Watches a directory.
   *
   * @param dir its name
   * @param onChange told of each change
   * @return ends it
   */
  public Subscription watch(String dir, Consumer<FileEvent> onChange) {
    try (RemoteCall call = RemoteCall.memberCall(this, "watch")) {
      MetaWriter args = call.wrapArgs();
      args.writeString(dir);
      args.write(WireCodecs.CONSUMER_OF_FILE_EVENT, onChange);
      return call.invoke().read(WireCodecs.SUBSCRIPTION);
    }
  }

  private static List<String> signatures() {
    return List.of(
        "constructor FileService(java.nio.file.Path)",
        "void close(com.example.Editor)",
        "int count(java.lang.String, java.util.function.Predicate<com.example.Entry>)",
        "int doubleIt(int)",
        "java.util.List<com.example.Entry> list(java.lang.String) throws java.io.IOException",
        "@OneWay void log(java.lang.String)",
        "com.example.Editor open(java.lang.String)",
        "java.util.concurrent.CompletableFuture<java.lang.String> readAsync(java.lang.String)",
        "byte[] readBytes(java.lang.String)",
        "property java.lang.String root",
        "java.util.concurrent.Callable<com.example.Editor> undo(com.example.Editor)",
        "static int version()",
        "com.example.Subscription watch(java.lang.String, java.util.function.Consumer<com.example.FileEvent>)",
        "value com.example.Entry(java.lang.String name, long size)",
        "value com.example.FileEvent(java.lang.String path)");
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

  /** How {@link FileEvent} crosses. */
  @GeneratedByRemora
  private static final class FileEventCodec extends RecordCodec<FileEvent> {
    static final FileEventCodec CODEC = new FileEventCodec();

    private FileEventCodec() {
      super(FileEvent.class, component("path"));
    }

    @Override
    protected void writeComponents(MetaWriter to, FileEvent value) {
      write(to, 0, Codecs.STRING, value.path());
    }

    @Override
    protected FileEvent readComponents(MetaCursor from) {
      String path = absent();
      for (long place = next(from, START); place != END; place = next(from, place)) {
        switch (componentAt(place)) {
          case 0 -> path = read(from, Codecs.STRING);
          default -> throw unknown(place);
        }
      }
      return new FileEvent(path);
    }
  }

  /** How values cross; made when the first call needs it. */
  @GeneratedByRemora
  private static final class WireCodecs {
    static final Codec<Callable<EditorStub>> CALLABLE_OF_EDITOR =
        Codecs.function(CallableOfEditor.TYPE);

    static final Codec<Consumer<FileEvent>> CONSUMER_OF_FILE_EVENT =
        Codecs.function(ConsumerOfFileEvent.TYPE);

    static final Codec<EditorStub> EDITOR = Codecs.stub(EditorStub.class, () -> EditorStub.TYPE);

    static final Codec<Entry> ENTRY = EntryCodec.CODEC;

    static final Codec<FileEvent> FILE_EVENT = FileEventCodec.CODEC;

    static final Codec<FileServiceStub> FILE_SERVICE =
        Codecs.stub(FileServiceStub.class, () -> TYPE);

    static final Codec<List<Entry>> LIST_OF_ENTRY = Codecs.list(EntryCodec.CODEC);

    static final Codec<Predicate<Entry>> PREDICATE_OF_ENTRY =
        Codecs.function(PredicateOfEntry.TYPE);

    static final Codec<CompletableFuture<String>> PROMISE_OF_STRING = Codecs.promise(Codecs.STRING);

    static final Codec<Subscription> SUBSCRIPTION =
        Codecs.stubAs(Subscription.class, () -> SubscriptionStub.TYPE);
  }

  /** A {@code Callable<EditorStub>} that lives in the other process. */
  @GeneratedByRemora
  private static final class CallableOfEditor extends RemoteFunction
      implements Callable<EditorStub> {
    static final FunctionType<Callable<EditorStub>> TYPE =
        new FunctionType<>(
            Callable.class,
            false,
            FunctionType.Delivery.BY_RULE,
            CallableOfEditor::new,
            CallableOfEditor::run);

    private CallableOfEditor(RemoteReference reference) {
      super(reference);
    }

    @Override
    public EditorStub call() throws Exception {
      try (RemoteCall call = RemoteCall.functionCall(this)) {
        return call.invoke().read(WireCodecs.EDITOR);
      } catch (RemoteInvocationException e) {
        throw e.rethrowAs(Exception.class, Exception::new);
      }
    }

    private static void run(Callable<EditorStub> function, MetaReader args, Reply reply)
        throws Exception {
      args.end();
      reply.write(WireCodecs.EDITOR, function.call());
    }
  }

  /** A {@code Consumer<FileEvent>} that lives in the other process. */
  @GeneratedByRemora
  private static final class ConsumerOfFileEvent extends RemoteFunction
      implements Consumer<FileEvent> {
    static final FunctionType<Consumer<FileEvent>> TYPE =
        new FunctionType<>(
            Consumer.class,
            true,
            FunctionType.Delivery.BY_RULE,
            ConsumerOfFileEvent::new,
            ConsumerOfFileEvent::run);

    private ConsumerOfFileEvent(RemoteReference reference) {
      super(reference);
    }

    @Override
    public void accept(FileEvent arg1) {
      try (RemoteCall call = RemoteCall.functionCall(this)) {
        call.wrapArgs().write(WireCodecs.FILE_EVENT, arg1);
        call.invoke().readVoid();
      }
    }

    private static void run(Consumer<FileEvent> function, MetaReader args, Reply reply) {
      FileEvent arg1 = args.read(WireCodecs.FILE_EVENT);
      args.end();
      function.accept(arg1);
      reply.writeVoid();
    }
  }

  /** A {@code Predicate<Entry>} that lives in the other process. */
  @GeneratedByRemora
  private static final class PredicateOfEntry extends RemoteFunction implements Predicate<Entry> {
    static final FunctionType<Predicate<Entry>> TYPE =
        new FunctionType<>(
            Predicate.class,
            false,
            FunctionType.Delivery.BY_RULE,
            PredicateOfEntry::new,
            PredicateOfEntry::run);

    private PredicateOfEntry(RemoteReference reference) {
      super(reference);
    }

    @Override
    public boolean test(Entry arg1) {
      try (RemoteCall call = RemoteCall.functionCall(this)) {
        call.wrapArgs().write(WireCodecs.ENTRY, arg1);
        return call.invoke().readBoolean();
      }
    }

    private static void run(Predicate<Entry> function, MetaReader args, Reply reply) {
      Entry arg1 = args.read(WireCodecs.ENTRY);
      args.end();
      reply.writeBoolean(function.test(arg1));
    }
  }
}
