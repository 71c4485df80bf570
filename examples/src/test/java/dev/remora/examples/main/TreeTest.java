package dev.remora.examples.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.remora.examples.api.OutsideRootException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TreeTest {
  @TempDir private Path temporary;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectories(temporary.resolve("served/below"));
    Files.writeString(temporary.resolve("served/inside"), "inside");
    Files.writeString(temporary.resolve("secret"), "secret");
    Files.createDirectory(temporary.resolve("served-not"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inside", "./inside", "below/../inside"})
  void whatLiesInsideIsFound(String path) throws IOException {
    assertThat(tree().existing(path)).hasContent("inside");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../secret", "below/../../secret", "../served-not", "/", "../none"})
  void whatLeadsOutIsRefusedByName(String path) {
    assertThatExceptionOfType(OutsideRootException.class)
        .isThrownBy(() -> tree().existing(path))
        .withMessage("'%s' leads out of the served directory", path);
  }

  @Test
  void aLinkThatLeadsOutIsRefused() throws IOException {
    Files.createSymbolicLink(temporary.resolve("served/link"), temporary.resolve("secret"));

    assertThatExceptionOfType(OutsideRootException.class).isThrownBy(() -> tree().existing("link"));
  }

  @Test
  void aMissingFileIsNamedAsItWasAskedFor() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> tree().existing("below/none"))
        .withMessage("below/none");
  }

  @Test
  void aTreeBelowEndsAtItsOwnRoot() throws IOException {
    Tree below = tree().below(Path.of("below"));

    assertThatExceptionOfType(OutsideRootException.class)
        .isThrownBy(() -> below.existing("../inside"));
    assertThatExceptionOfType(NotDirectoryException.class)
        .isThrownBy(() -> tree().below(Path.of("inside")));
  }

  private Tree tree() throws IOException {
    return Tree.of(temporary.resolve("served"));
  }
}
