package com.example;

import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.Exported;
import dev.remora.stub.FunctionType;
import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.HeldFunction;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/** The main process's side of {@link Search}: from member names to direct calls. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public final class SearchDispatcher extends Dispatcher<Search> {
  /** The only instance. */
  public static final SearchDispatcher INSTANCE = new SearchDispatcher();

  private SearchDispatcher() {
    super(Search.class, "com.example.Search", "b4ef82887cfc2cd5", memberList());
  }

  /**
   * Binds an object to this dispatcher, for {@code MainProcess.Builder.export}.
   *
   * @param object the object to export
   * @return the object with its dispatcher
   */
  public static Exported<Search> of(Search object) {
    return new Exported<>(INSTANCE, object);
  }

  @Override
  public void memberCall(Search self, String member, MetaReader args, Reply reply)
      throws Throwable {
    switch (member) {
      case "all" -> all(self, args, reply);
      case "clear" -> clear(self, args, reply);
      case "count" -> count(self, args, reply);
      case "first" -> first(self, args, reply);
      case "hint" -> hint(self, args, reply);
      default -> throw noSuchMember(member);
    }
  }

  @Override
  public void memberGet(Search self, String member, Reply reply) {
    switch (member) {
      case "limit" -> getLimit(self, reply);
      default -> throw noSuchMember(member);
    }
  }

  @Override
  public void memberSet(Search self, String member, MetaReader args) {
    switch (member) {
      case "limit" -> setLimit(self, args);
      default -> throw noSuchMember(member);
    }
  }

  @Override
  public void memberConstructor(String member, MetaReader args, Reply reply) throws Throwable {
    switch (member) {
      case "Search" -> construct(args, reply);
      default -> throw noSuchMember(member);
    }
  }

  @Override
  public void staticCall(String member, MetaReader args, Reply reply) throws Throwable {
    switch (member) {
      case "engine" -> engine(args, reply);
      default -> throw noSuchMember(member);
    }
  }

  private static void construct(MetaReader args, Reply reply) {
    Path root = args.read(Codecs.PATH);
    args.end();
    reply.write(WireCodecs.SEARCH, new Search(root));
  }

  private static void all(Search self, MetaReader args, Reply reply) throws IOException {
    String text = args.readString();
    args.end();
    reply.write(WireCodecs.PROMISE_OF_LIST_OF_ENTRY, self.all(text));
  }

  private static void clear(Search self, MetaReader args, Reply reply) {
    args.end();
    self.clear();
    reply.writeVoid();
  }

  private static void count(Search self, MetaReader args, Reply reply) {
    String text = args.readString();
    SearchListener listener = args.read(WireCodecs.SEARCH_LISTENER);
    args.end();
    reply.writeLong(self.count(text, listener));
  }

  private static void engine(MetaReader args, Reply reply) {
    args.end();
    reply.writeString(Search.engine());
  }

  private static void first(Search self, MetaReader args, Reply reply)
      throws IOException, TimeoutException {
    String text = args.readString();
    args.end();
    reply.writeNullable(WireCodecs.ENTRY, self.first(text));
  }

  private static void hint(Search self, MetaReader args, Reply reply) {
    String stub = args.readString();
    args.end();
    self.hint(stub);
    reply.writeVoid();
  }

  private static void getLimit(Search self, Reply reply) {
    reply.writeInt(self.limit);
  }

  private static void setLimit(Search self, MetaReader args) {
    int limit = args.readInt();
    args.end();
    self.limit = limit;
  }

  @Override
  protected List<String> shapes() {
    return List.of(
        "value com.example.Entry(java.lang.String name, long size)",
        "value com.example.SearchListener(@OneWay java.util.function.Consumer<java.lang.String> onEntered, java.lang.String name, java.util.List<java.lang.Runnable> atEnd, java.util.function.Consumer<com.example.Entry> onFound)");
  }

  private static List<Member> memberList() {
    return List.of(
        new Member(Member.Kind.CONSTRUCTOR, "Search", "constructor Search(java.nio.file.Path)"),
        new Member(
            Member.Kind.METHOD,
            "all",
            "java.util.concurrent.CompletableFuture<java.util.List<com.example.Entry>> all(java.lang.String) throws java.io.IOException"),
        new Member(Member.Kind.METHOD, "clear", "void clear()"),
        new Member(
            Member.Kind.METHOD,
            "count",
            "long count(java.lang.String, com.example.SearchListener)"),
        new Member(Member.Kind.STATIC_METHOD, "engine", "static java.lang.String engine()"),
        new Member(
            Member.Kind.METHOD,
            "first",
            "com.example.Entry first(java.lang.String) throws java.io.IOException, java.util.concurrent.TimeoutException"),
        new Member(Member.Kind.METHOD, "hint", "@OneWay void hint(java.lang.String)"),
        new Member(Member.Kind.PROPERTY, "limit", "property int limit"));
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

    static final Codec<Search> SEARCH = Codecs.object(Search.class, () -> INSTANCE);

    static final Codec<SearchListener> SEARCH_LISTENER =
        Codecs.value(SearchListener.class, functionsInSearchListener());
  }

  /** A {@code Consumer<Entry>} that lives in the other process. */
  @GeneratedByRemora
  private static final class ConsumerOfEntry extends RemoteFunction implements Consumer<Entry> {
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
  private static final class PostedConsumerOfString extends RemoteFunction
      implements Consumer<String> {
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
  private static final class RemoteRunnable extends RemoteFunction implements Runnable {
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
