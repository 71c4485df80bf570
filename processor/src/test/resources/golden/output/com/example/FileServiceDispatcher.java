package com.example;

import dev.remora.RemoteInvocationException;
import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.Exported;
import dev.remora.stub.FunctionType;
import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.Member;
import dev.remora.stub.MetaCursor;
import dev.remora.stub.MetaReader;
import dev.remora.stub.MetaWriter;
import dev.remora.stub.RecordCodec;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteFunction;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.annotation.processing.Generated;

/** The main process's side of {@link FileService}: from member names to direct calls. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public final class FileServiceDispatcher extends Dispatcher<FileService> {
  /** The only instance. */
  public static final FileServiceDispatcher INSTANCE = new FileServiceDispatcher();

  private FileServiceDispatcher() {
    super(FileService.class, "com.example.FileService", "381bdecf93cd5e41", memberList());
  }

  /**
   * Binds an object to this dispatcher, for {@code MainProcess.Builder.export}.
   *
   * @param object the object to export
   * @return the object with its dispatcher
   */
  public static Exported<FileService> of(FileService object) {
    return new Exported<>(INSTANCE, object);
  }

  @Override
  public void memberCall(FileService self, String member, MetaReader args, Reply reply)
      throws Throwable {
    switch (member) {
      case "close" -> close(self, args, reply);
      case "count" -> count(self, args, reply);
      case "doubleIt" -> doubleIt(self, args, reply);
      case "list" -> list(self, args, reply);
      case "log" -> log(self, args, reply);
      case "open" -> open(self, args, reply);
      case "readAsync" -> readAsync(self, args, reply);
      case "readBytes" -> readBytes(self, args, reply);
      case "undo" -> undo(self, args, reply);
      case "watch" -> watch(self, args, reply);
      default -> throw noSuchMember(member);
    }
  }

  @Override
  public void memberGet(FileService self, String member, Reply reply) {
    switch (member) {
      case "root" -> getRoot(self, reply);
      default -> throw noSuchMember(member);
    }
  }

  @Override
  public void memberSet(FileService self, String member, MetaReader args) {
    switch (member) {
      case "root" -> setRoot(self, args);
      default -> throw noSuchMember(member);
    }
  }

  @Override
  public void memberConstructor(String member, MetaReader args, Reply reply) throws Throwable {
    switch (member) {
      case "FileService" -> construct(args, reply);
      default -> throw noSuchMember(member);
    }
  }

  @Override
  public void staticCall(String member, MetaReader args, Reply reply) throws Throwable {
    switch (member) {
      case "version" -> version(args, reply);
      default -> throw noSuchMember(member);
    }
  }

  private static void construct(MetaReader args, Reply reply) {
    Path root = args.read(Codecs.PATH);
    args.end();
    reply.write(WireCodecs.FILE_SERVICE, new FileService(root));
  }

  private static void close(FileService self, MetaReader args, Reply reply) {
    Editor editor = args.read(WireCodecs.EDITOR);
    args.end();
    self.close(editor);
    reply.writeVoid();
  }

  private static void count(FileService self, MetaReader args, Reply reply) {
    String dir = args.readString();
    Predicate<Entry> filter = args.read(WireCodecs.PREDICATE_OF_ENTRY);
    args.end();
    reply.writeInt(self.count(dir, filter));
  }

  private static void doubleIt(FileService self, MetaReader args, Reply reply) {
    int x = args.readInt();
    args.end();
    reply.writeInt(self.doubleIt(x));
  }

  private static void list(FileService self, MetaReader args, Reply reply) throws IOException {
    String dir = args.readString();
    args.end();
    reply.write(WireCodecs.LIST_OF_ENTRY, self.list(dir));
  }

  private static void log(FileService self, MetaReader args, Reply reply) {
    String line = args.readString();
    args.end();
    self.log(line);
    reply.writeVoid();
  }

  private static void open(FileService self, MetaReader args, Reply reply) {
    String path = args.readString();
    args.end();
    reply.write(WireCodecs.EDITOR, self.open(path));
  }

  private static void readAsync(FileService self, MetaReader args, Reply reply) {
    String path = args.readString();
    args.end();
    reply.write(WireCodecs.PROMISE_OF_STRING, self.readAsync(path));
  }

  private static void readBytes(FileService self, MetaReader args, Reply reply) {
    String path = args.readString();
    args.end();
    reply.write(Codecs.BYTES, self.readBytes(path));
  }

  private static void getRoot(FileService self, Reply reply) {
    reply.writeString(self.root);
  }

  private static void setRoot(FileService self, MetaReader args) {
    String root = args.readString();
    args.end();
    self.root = root;
  }

  private static void undo(FileService self, MetaReader args, Reply reply) {
    Editor editor = args.read(WireCodecs.EDITOR);
    args.end();
    reply.write(WireCodecs.CALLABLE_OF_EDITOR, self.undo(editor));
  }

  private static void version(MetaReader args, Reply reply) {
    args.end();
    reply.writeInt(FileService.version());
  }

  private static void watch(FileService self, MetaReader args, Reply reply) {
    String dir = args.readString();
    Consumer<FileEvent> onChange = args.read(WireCodecs.CONSUMER_OF_FILE_EVENT);
    args.end();
    reply.write(WireCodecs.SUBSCRIPTION, self.watch(dir, onChange));
  }

  @Override
  protected List<String> shapes() {
    return List.of(
        "value com.example.Entry(java.lang.String name, long size)",
        "value com.example.FileEvent(java.lang.String path)");
  }

  private static List<Member> memberList() {
    return List.of(
        new Member(
            Member.Kind.CONSTRUCTOR,
            "FileService",
            "constructor FileService(java.nio.file.Path)"),
        new Member(Member.Kind.METHOD, "close", "void close(com.example.Editor)"),
        new Member(
            Member.Kind.METHOD,
            "count",
            "int count(java.lang.String, java.util.function.Predicate<com.example.Entry>)"),
        new Member(Member.Kind.METHOD, "doubleIt", "int doubleIt(int)"),
        new Member(
            Member.Kind.METHOD,
            "list",
            "java.util.List<com.example.Entry> list(java.lang.String) throws java.io.IOException"),
        new Member(Member.Kind.METHOD, "log", "@OneWay void log(java.lang.String)"),
        new Member(Member.Kind.METHOD, "open", "com.example.Editor open(java.lang.String)"),
        new Member(
            Member.Kind.METHOD,
            "readAsync",
            "java.util.concurrent.CompletableFuture<java.lang.String> readAsync(java.lang.String)"),
        new Member(Member.Kind.METHOD, "readBytes", "byte[] readBytes(java.lang.String)"),
        new Member(Member.Kind.PROPERTY, "root", "property java.lang.String root"),
        new Member(
            Member.Kind.METHOD,
            "undo",
            "java.util.concurrent.Callable<com.example.Editor> undo(com.example.Editor)"),
        new Member(Member.Kind.STATIC_METHOD, "version", "static int version()"),
        new Member(
            Member.Kind.METHOD,
            "watch",
            "com.example.Subscription watch(java.lang.String, java.util.function.Consumer<com.example.FileEvent>)"));
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
    static final Codec<Callable<Editor>> CALLABLE_OF_EDITOR =
        Codecs.function(CallableOfEditor.TYPE);

    static final Codec<Consumer<FileEvent>> CONSUMER_OF_FILE_EVENT =
        Codecs.function(ConsumerOfFileEvent.TYPE);

    static final Codec<Editor> EDITOR =
        Codecs.object(Editor.class, () -> EditorDispatcher.INSTANCE);

    static final Codec<Entry> ENTRY = EntryCodec.CODEC;

    static final Codec<FileEvent> FILE_EVENT = FileEventCodec.CODEC;

    static final Codec<FileService> FILE_SERVICE = Codecs.object(FileService.class, () -> INSTANCE);

    static final Codec<List<Entry>> LIST_OF_ENTRY = Codecs.list(EntryCodec.CODEC);

    static final Codec<Predicate<Entry>> PREDICATE_OF_ENTRY =
        Codecs.function(PredicateOfEntry.TYPE);

    static final Codec<CompletableFuture<String>> PROMISE_OF_STRING = Codecs.promise(Codecs.STRING);

    static final Codec<Subscription> SUBSCRIPTION =
        Codecs.object(Subscription.class, () -> SubscriptionDispatcher.INSTANCE);
  }

  /** A {@code Callable<Editor>} that lives in the other process. */
  @GeneratedByRemora
  private static final class CallableOfEditor extends RemoteFunction implements Callable<Editor> {
    static final FunctionType<Callable<Editor>> TYPE =
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
    public Editor call() throws Exception {
      try (RemoteCall call = RemoteCall.functionCall(this)) {
        return call.invoke().read(WireCodecs.EDITOR);
      } catch (RemoteInvocationException e) {
        throw e.rethrowAs(Exception.class, Exception::new);
      }
    }

    private static void run(Callable<Editor> function, MetaReader args, Reply reply)
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
