package com.example;

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
import dev.remora.stub.StreamCodecs;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** The main process's side of {@link Transfers}: from member names to direct calls. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public final class TransfersDispatcher extends Dispatcher<Transfers> {
  /** The only instance. */
  public static final TransfersDispatcher INSTANCE = new TransfersDispatcher();

  private TransfersDispatcher() {
    super(Transfers.class, "com.example.Transfers", "ba762b63b5b6c440", memberList());
  }

  /**
   * Binds an object to this dispatcher, for {@code MainProcess.Builder.export}.
   *
   * @param object the object to export
   * @return the object with its dispatcher
   */
  public static Exported<Transfers> of(Transfers object) {
    return new Exported<>(INSTANCE, object);
  }

  @Override
  public void memberCall(Transfers self, String member, MetaReader args, Reply reply)
      throws Throwable {
    switch (member) {
      case "download" -> download(self, args, reply);
      case "each" -> each(self, args, reply);
      case "editors" -> editors(self, args, reply);
      case "find" -> find(self, args, reply);
      case "parts" -> parts(self, args, reply);
      case "print" -> print(self, args, reply);
      case "store" -> store(self, args, reply);
      case "upload" -> upload(self, args, reply);
      case "walk" -> walk(self, args, reply);
      default -> throw noSuchMember(member);
    }
  }

  private static void download(Transfers self, MetaReader args, Reply reply) throws IOException {
    String path = args.readString();
    args.end();
    reply.write(StreamCodecs.INPUT_STREAM, self.download(path));
  }

  private static void each(Transfers self, MetaReader args, Reply reply) {
    Consumer<InputStream> action = args.read(WireCodecs.CONSUMER_OF_INPUT_STREAM);
    args.end();
    self.each(action);
    reply.writeVoid();
  }

  private static void editors(Transfers self, MetaReader args, Reply reply) {
    args.end();
    reply.write(WireCodecs.STREAM_OF_EDITOR, self.editors());
  }

  private static void find(Transfers self, MetaReader args, Reply reply) {
    String pattern = args.readString();
    args.end();
    reply.write(WireCodecs.STREAM_OF_ENTRY, self.find(pattern));
  }

  private static void parts(Transfers self, MetaReader args, Reply reply) {
    args.end();
    reply.write(WireCodecs.PROMISE_OF_LIST_OF_INPUT_STREAM, self.parts());
  }

  private static void print(Transfers self, MetaReader args, Reply reply) {
    Reader from = args.readNullable(StreamCodecs.READER);
    Writer to = args.read(StreamCodecs.WRITER);
    args.end();
    self.print(from, to);
    reply.writeVoid();
  }

  private static void store(Transfers self, MetaReader args, Reply reply) throws IOException {
    String path = args.readString();
    InputStream content = args.read(StreamCodecs.INPUT_STREAM);
    args.end();
    reply.writeLong(self.store(path, content));
  }

  private static void upload(Transfers self, MetaReader args, Reply reply) {
    String path = args.readString();
    args.end();
    reply.write(StreamCodecs.OUTPUT_STREAM, self.upload(path));
  }

  private static void walk(Transfers self, MetaReader args, Reply reply) {
    Iterator<String> paths = args.read(WireCodecs.ITERATOR_OF_STRING);
    args.end();
    reply.write(WireCodecs.ITERATOR_OF_NULLABLE_ENTRY, self.walk(paths));
  }

  @Override
  protected List<String> shapes() {
    return List.of(
        "value com.example.Entry(java.lang.String name, long size)");
  }

  private static List<Member> memberList() {
    return List.of(
        new Member(
            Member.Kind.METHOD,
            "download",
            "java.io.InputStream download(java.lang.String) throws java.io.IOException"),
        new Member(
            Member.Kind.METHOD,
            "each",
            "void each(java.util.function.Consumer<java.io.InputStream>)"),
        new Member(
            Member.Kind.METHOD,
            "editors",
            "java.util.stream.Stream<com.example.Editor> editors()"),
        new Member(
            Member.Kind.METHOD,
            "find",
            "java.util.stream.Stream<com.example.Entry> find(java.lang.String)"),
        new Member(
            Member.Kind.METHOD,
            "parts",
            "java.util.concurrent.CompletableFuture<java.util.List<java.io.InputStream>> parts()"),
        new Member(Member.Kind.METHOD, "print", "void print(java.io.Reader, java.io.Writer)"),
        new Member(
            Member.Kind.METHOD,
            "store",
            "long store(java.lang.String, java.io.InputStream) throws java.io.IOException"),
        new Member(Member.Kind.METHOD, "upload", "java.io.OutputStream upload(java.lang.String)"),
        new Member(
            Member.Kind.METHOD,
            "walk",
            "java.util.Iterator<com.example.Entry> walk(java.util.Iterator<java.lang.String>)"));
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

    static final Codec<Iterator<Entry>> ITERATOR_OF_NULLABLE_ENTRY =
        StreamCodecs.iterator(EntryCodec.CODEC.nullable());

    static final Codec<Iterator<String>> ITERATOR_OF_STRING = StreamCodecs.iterator(Codecs.STRING);

    static final Codec<CompletableFuture<List<InputStream>>> PROMISE_OF_LIST_OF_INPUT_STREAM =
        Codecs.promise(Codecs.list(StreamCodecs.INPUT_STREAM));

    static final Codec<Stream<Editor>> STREAM_OF_EDITOR =
        StreamCodecs.stream(Codecs.object(Editor.class, () -> EditorDispatcher.INSTANCE));

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
