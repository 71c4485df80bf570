package com.example;

import dev.remora.stub.Codec;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.Exported;
import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.Member;
import dev.remora.stub.MetaReader;
import dev.remora.stub.Reply;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Generated;

/** The main process's side of {@link Legacy}: from member names to direct calls. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public final class LegacyDispatcher extends Dispatcher<Legacy> {
  /** The only instance. */
  public static final LegacyDispatcher INSTANCE = new LegacyDispatcher();

  private LegacyDispatcher() {
    super(Legacy.class, "com.example.Legacy", "f1e1d026bd8efbac", memberList());
  }

  /**
   * Binds an object to this dispatcher, for {@code MainProcess.Builder.export}.
   *
   * @param object the object to export
   * @return the object with its dispatcher
   */
  public static Exported<Legacy> of(Legacy object) {
    return new Exported<>(INSTANCE, object);
  }

  @Override
  public void memberCall(Legacy self, String member, MetaReader args, Reply reply)
      throws Throwable {
    switch (member) {
      case "get" -> get(self, args, reply);
      case "parent" -> parent(self, args, reply);
      case "put" -> put(self, args, reply);
      case "unwrap" -> unwrap(self, args, reply);
      default -> throw noSuchMember(member);
    }
  }

  private static void get(Legacy self, MetaReader args, Reply reply) {
    String key = args.readString();
    args.end();
    reply.write(WireCodecs.ANYTHING, self.get(key));
  }

  private static void parent(Legacy self, MetaReader args, Reply reply) {
    args.end();
    reply.write(WireCodecs.LEGACY, self.parent());
  }

  private static void put(Legacy self, MetaReader args, Reply reply) throws IOException {
    String key = args.readString();
    Object value = args.read(WireCodecs.ANYTHING);
    args.end();
    self.put(key, value);
    reply.writeVoid();
  }

  private static void unwrap(Legacy self, MetaReader args, Reply reply) {
    Class<?> type = args.read(WireCodecs.CLASSES);
    args.end();
    reply.write(RemotesDispatchers.FAMILY.resultOf(type), self.unwrap(type));
  }

  private static List<Member> memberList() {
    return List.of(
        new Member(Member.Kind.METHOD, "get", "java.lang.Object get(java.lang.String)"),
        new Member(Member.Kind.METHOD, "parent", "com.example.Legacy parent()"),
        new Member(
            Member.Kind.METHOD,
            "put",
            "void put(java.lang.String, java.lang.Object) throws java.io.IOException"),
        new Member(Member.Kind.METHOD, "unwrap", "T unwrap(java.lang.Class<?>)"));
  }

  /** How values cross; made when the first call needs it. */
  @GeneratedByRemora
  private static final class WireCodecs {
    static final Codec<Object> ANYTHING = RemotesDispatchers.FAMILY.anything();

    static final Codec<Class<?>> CLASSES = RemotesDispatchers.FAMILY.classes();

    static final Codec<Legacy> LEGACY = RemotesDispatchers.FAMILY.reference(Legacy.class);
  }
}
