package dev.remora.examples.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EditorTest {
  private final Editor editor = new Editor("notes.txt", List.of("alpha", "beta"));

  @Test
  void eachEditCanBeTakenBack() {
    editor.insert(1, "first");
    assertThat(editor.replace(3, "last")).isEqualTo("beta");
    assertThat(editor.text()).isEqualTo("first\nalpha\nlast");
    assertThat(editor.undoCount()).isEqualTo(2);
    assertThat(editor.isDirty()).isTrue();

    editor.undo();
    assertThat(editor.lines()).containsExactly("first", "alpha", "beta");
    editor.undo();
    assertThat(editor.isDirty()).isFalse();
    editor.undo();
    assertThat(editor.lines()).containsExactly("alpha", "beta");
  }

  @Test
  void aLineThatIsNotThereIsRefusedAndNoEdit() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> editor.replace(3, "none"));
    assertThat(editor.undoCount()).isZero();
  }

  @Test
  void aClosedEditorSaysSo() {
    editor.end();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(editor::lines)
        .withMessage("the editor of notes.txt is closed");
  }
}
