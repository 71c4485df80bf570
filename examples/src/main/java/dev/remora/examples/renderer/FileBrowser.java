package dev.remora.examples.renderer;

import dev.remora.examples.main.DeskStub;
import dev.remora.examples.main.FileServiceStub;
import dev.remora.renderer.RemoteContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The renderer process: looks at what the main process serves, and edits a text of it. */
public final class FileBrowser {
  private static final String MAIN_CLASS = "dev.remora.examples.main.FileService";

  private final RemoteContext remote;
  private final Transcript transcript;

  private FileBrowser(RemoteContext remote, Transcript transcript) {
    this.remote = remote;
    this.transcript = transcript;
  }

  public static void main(String[] args) throws IOException {
    Transcript transcript = new Transcript();
    try (RemoteContext remote = RemoteContext.builder().name("file-browser").connectToParent()) {
      new FileBrowser(remote, transcript).browse();
    }
    transcript.step("remote.close()", "everything is given back");
    if (!transcript.isAsExpected()) {
      System.exit(1);
    }
  }

  private void browse() throws IOException {
    lookForMainClasses();
    FileServiceStub files = FileServiceStub.require(remote);
    transcript.step("FileServiceStub.require(remote)", files);
    int doubled = files.doubleIt(2);
    transcript.step("files.doubleIt(2)", doubled, doubled == 4);
    System.out.println("single is 2, double is " + doubled);
    transcript.step("FileServiceStub.version(remote)", FileServiceStub.version(remote));

    Reading reading = new Reading(remote, files, transcript);
    reading.lists();
    reading.measures();
    String file = reading.file();
    reading.reads(file);
    reading.constructs();

    DeskStub desk = DeskStub.require(remote);
    transcript.step("DeskStub.require(remote).visitor()", desk.visitor());
    new Editing(files, desk, transcript).edits(file);
    new Refusals(remote, files, transcript).areRefused();

    transcript.step("desk.holds()", desk.holds());
    transcript.step("desk.calls()", desk.calls());
  }

  /** Stubs are all that this process has of the main process. */
  private void lookForMainClasses() {
    transcript.step("class path", jars());
    try {
      transcript.step("Class.forName(" + MAIN_CLASS + ")", Class.forName(MAIN_CLASS), false);
    } catch (ClassNotFoundException e) {
      transcript.step("Class.forName(" + MAIN_CLASS + ")", "not here");
    }
  }

  private static String jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(jar -> String.valueOf(Path.of(jar).getFileName()))
        .collect(Collectors.joining(" "));
  }
}
