package com.example;

import dev.remora.RemoteInvocationException;
import dev.remora.renderer.RemoteContext;
import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.RemoteCall;
import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StubType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/** The renderer's stub of {@link FileService}: each call is a round trip to the main process. */
@Generated("dev.remora.processor.RemoraProcessor")
public final class FileServiceStub extends RemoteStub {
  /** Describes this stub to the runtime. */
  public static final StubType<FileServiceStub> TYPE =
      new StubType<>(
          FileServiceStub.class,
          "com.example.FileService",
          "2b03cb69775eaacb",
          FileServiceStub::new,
          FileServiceStub::signatures);

  private static final Codec<EditorStub> EDITOR =
      Codecs.stub(EditorStub.class, () -> EditorStub.TYPE);

  private static final Codec<FileServiceStub> FILE_SERVICE =
      Codecs.stub(FileServiceStub.class, () -> TYPE);

  private static final Codec<List<Entry>> LIST_OF_ENTRY = Codecs.list(Codecs.value(Entry.class));

  private FileServiceStub(RemoteReference reference) {
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

  public static FileServiceStub construct(RemoteContext remote, Path root) {
    try (RemoteCall call = remote.require(TYPE).memberConstructor("FileService")) {
      call.wrapArgs().write(Codecs.PATH, root);
      return call.invoke().read(FILE_SERVICE);
    }
  }

  public static int version(RemoteContext remote) {
    try (RemoteCall call = remote.require(TYPE).memberCall("version")) {
      return call.invoke().readInt();
    }
  }

  public void close(EditorStub editor) {
    try (RemoteCall call = RemoteCall.memberCall(this, "close")) {
      call.wrapArgs().write(EDITOR, editor);
      call.invoke().readVoid();
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
      return call.invoke().read(LIST_OF_ENTRY);
    } catch (RemoteInvocationException e) {
      throw e.rethrowAs(IOException.class, IOException::new);
    }
  }

  public EditorStub open(String path) {
    try (RemoteCall call = RemoteCall.memberCall(this, "open")) {
      call.wrapArgs().writeString(path);
      return call.invoke().read(EDITOR);
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

  private static List<String> signatures() {
    return List.of(
        "constructor FileService(java.nio.file.Path)",
        "void close(com.example.Editor)",
        "int doubleIt(int)",
        "java.util.List<com.example.Entry> list(java.lang.String) throws java.io.IOException",
        "com.example.Editor open(java.lang.String)",
        "byte[] readBytes(java.lang.String)",
        "property java.lang.String root",
        "static int version()");
  }
}
