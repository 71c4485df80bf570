package dev.remora.examples.renderer;

import dev.remora.examples.api.Document;
import dev.remora.examples.main.DeskStub;
import dev.remora.examples.main.EditorStub;
import dev.remora.examples.main.FileServiceStub;
import java.io.IOException;

/** Edits a text that stays in the main process: objects cross by reference, and go home. */
final class Editing {
  private static final String LINE = "a line of another process";

  private final FileServiceStub files;
  private final DeskStub desk;
  private final Transcript transcript;

  Editing(FileServiceStub files, DeskStub desk, Transcript transcript) {
    this.files = files;
    this.desk = desk;
    this.transcript = transcript;
  }

  void edits(String file) throws IOException {
    EditorStub editor = files.open(file);
    transcript.step("files.open(\"%s\")".formatted(file), editor);
    int before = editor.lines().size();
    editor.insert(1, LINE);
    transcript.step(
        "editor.insert(1, \"" + LINE + "\"), editor.lines().get(0)", editor.lines().get(0));
    String replaced = editor.replace(2, "");
    transcript.step("editor.replace(2, \"\")", "was '%s'".formatted(replaced));
    transcript.step(
        "editor.undoCount(), editor.isDirty()",
        "%d, %s".formatted(editor.undoCount(), editor.isDirty()),
        editor.undoCount() == 2 && editor.isDirty());
    desk.note("edited " + describe(editor));
    transcript.step("desk.note(text)", "left for the main process");
    editor.undo();
    editor.undo();
    int after = editor.lines().size();
    transcript.step("editor.undo(), twice", "%d lines again".formatted(after), after == before);
    goesHome(editor);
  }

  /** One object has one stub, and the stub is the object when it comes home. */
  private void goesHome(EditorStub editor) {
    boolean same = files.editors().contains(editor);
    transcript.step("files.editors().contains(editor)", same, same);
    files.close(editor);
    transcript.step(
        "files.close(editor), files.editors()", files.editors(), files.editors().isEmpty());
    try {
      transcript.step("editor.text()", editor.text(), false);
    } catch (IllegalStateException e) {
      transcript.step("editor.text()", e);
    }
  }

  /** Knows a document, not on which side it is; a test would pass it one of its own. */
  private static String describe(Document document) {
    return "%s, %d lines%s"
        .formatted(
            document.path(), document.lines().size(), document.isDirty() ? ", not saved" : "");
  }
}
