package com.example;

import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.Dispatcher;
import dev.remora.stub.Exported;
import dev.remora.stub.Member;
import dev.remora.stub.MetaReader;
import dev.remora.stub.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/** The main process's side of {@link FileService}: from member names to direct calls. */
@Generated("dev.remora.processor.RemoraProcessor")
public final class FileServiceDispatcher extends Dispatcher<FileService> {
  /** The only instance. */
  public static final FileServiceDispatcher INSTANCE = new FileServiceDispatcher();

  private static final Codec<Editor> EDITOR =
      Codecs.object(Editor.class, () -> EditorDispatcher.INSTANCE);

  private static final Codec<FileService> FILE_SERVICE =
      Codecs.object(FileService.class, () -> INSTANCE);

  private static final Codec<List<Entry>> LIST_OF_ENTRY = Codecs.list(Codecs.value(Entry.class));

  private FileServiceDispatcher() {
    super(FileService.class, "com.example.FileService", "2b03cb69775eaacb", memberList());
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
      case "doubleIt" -> doubleIt(self, args, reply);
      case "list" -> list(self, args, reply);
      case "open" -> open(self, args, reply);
      case "readBytes" -> readBytes(self, args, reply);
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
    reply.write(FILE_SERVICE, new FileService(root));
  }

  private static void close(FileService self, MetaReader args, Reply reply) {
    Editor editor = args.read(EDITOR);
    args.end();
    self.close(editor);
    reply.writeVoid();
  }

  private static void doubleIt(FileService self, MetaReader args, Reply reply) {
    int x = args.readInt();
    args.end();
    reply.writeInt(self.doubleIt(x));
  }

  private static void list(FileService self, MetaReader args, Reply reply) throws IOException {
    String dir = args.readString();
    args.end();
    reply.write(LIST_OF_ENTRY, self.list(dir));
  }

  private static void open(FileService self, MetaReader args, Reply reply) {
    String path = args.readString();
    args.end();
    reply.write(EDITOR, self.open(path));
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

  private static void version(MetaReader args, Reply reply) {
    args.end();
    reply.writeInt(FileService.version());
  }

  private static List<Member> memberList() {
    return List.of(
        new Member(
            Member.Kind.CONSTRUCTOR,
            "FileService",
            "constructor FileService(java.nio.file.Path)"),
        new Member(Member.Kind.METHOD, "close", "void close(com.example.Editor)"),
        new Member(Member.Kind.METHOD, "doubleIt", "int doubleIt(int)"),
        new Member(
            Member.Kind.METHOD,
            "list",
            "java.util.List<com.example.Entry> list(java.lang.String) throws java.io.IOException"),
        new Member(Member.Kind.METHOD, "open", "com.example.Editor open(java.lang.String)"),
        new Member(Member.Kind.METHOD, "readBytes", "byte[] readBytes(java.lang.String)"),
        new Member(Member.Kind.PROPERTY, "root", "property java.lang.String root"),
        new Member(Member.Kind.STATIC_METHOD, "version", "static int version()"));
  }
}
