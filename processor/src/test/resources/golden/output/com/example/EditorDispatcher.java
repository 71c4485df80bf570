package com.example;

import dev.remora.stub.Dispatcher;
import dev.remora.stub.Exported;
import dev.remora.stub.GeneratedByRemora;
import dev.remora.stub.Member;
import dev.remora.stub.MetaReader;
import dev.remora.stub.Reply;
import java.util.List;
import javax.annotation.processing.Generated;

/** The main process's side of {@link Editor}: from member names to direct calls. */
@Generated("dev.remora.processor.RemoraProcessor")
@GeneratedByRemora
public final class EditorDispatcher extends Dispatcher<Editor> {
  /** The only instance. */
  public static final EditorDispatcher INSTANCE = new EditorDispatcher();

  private EditorDispatcher() {
    super(Editor.class, "com.example.Editor", "31c36907f090f49d", memberList());
  }

  /**
   * Binds an object to this dispatcher, for {@code MainProcess.Builder.export}.
   *
   * @param object the object to export
   * @return the object with its dispatcher
   */
  public static Exported<Editor> of(Editor object) {
    return new Exported<>(INSTANCE, object);
  }

  @Override
  public void memberCall(Editor self, String member, MetaReader args, Reply reply)
      throws Throwable {
    switch (member) {
      case "append" -> append(self, args, reply);
      case "text" -> text(self, args, reply);
      default -> throw noSuchMember(member);
    }
  }

  private static void append(Editor self, MetaReader args, Reply reply) {
    String more = args.readString();
    args.end();
    self.append(more);
    reply.writeVoid();
  }

  private static void text(Editor self, MetaReader args, Reply reply) {
    args.end();
    reply.writeString(self.text());
  }

  private static List<Member> memberList() {
    return List.of(
        new Member(Member.Kind.METHOD, "append", "void append(java.lang.String)"),
        new Member(Member.Kind.METHOD, "text", "java.lang.String text()"));
  }
}
