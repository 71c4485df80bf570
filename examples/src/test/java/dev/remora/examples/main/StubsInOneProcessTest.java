package dev.remora.examples.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.remora.examples.api.OutsideRootException;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How to test code that uses stubs without a second process: connect through memory. */
final class StubsInOneProcessTest {
  @TempDir private Path served;
  private MainProcess main;

  @BeforeEach
  void startMain() throws IOException {
    Files.writeString(served.resolve("notes.txt"), "alpha\n");
    Files.createDirectory(served.resolve("below"));
    Tree tree = Tree.of(served);
    main =
        MainProcess.builder()
            .exportPerContext(FileService.class, context -> new FileService(tree))
            .export(FileService.class)
            .start();
  }

  @AfterEach
  void closeMain() {
    main.close();
    assertThat(main.registry().isEmpty()).isTrue();
  }

  @Test
  void aRendererClosesOnlyItsOwnEditors() throws IOException {
    try (RemoteContext remote = RemoteContext.connect(main)) {
      FileServiceStub files = FileServiceStub.require(remote);
      FileServiceStub other = FileServiceStub.construct(remote, files, Path.of("below"));
      EditorStub editor = files.open("notes.txt");

      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> other.close(editor))
          .withMessage("notes.txt is not open here");
      assertThat(files.editors()).containsExactly(editor);
    }
  }

  @Test
  void whatOneRendererSetsAnotherDoesNotSee() {
    try (RemoteContext one = RemoteContext.connect(main);
        RemoteContext two = RemoteContext.connect(main)) {
      FileServiceStub.require(one).showHidden(true);

      assertThat(FileServiceStub.require(one).showHidden()).isTrue();
      assertThat(FileServiceStub.require(two).showHidden()).isFalse();
    }
  }

  @Test
  void noConstructorLeadsOutOfTheRoot() {
    try (RemoteContext remote = RemoteContext.connect(main)) {
      FileServiceStub files = FileServiceStub.require(remote);

      assertThatExceptionOfType(OutsideRootException.class)
          .isThrownBy(() -> FileServiceStub.construct(remote, files, Path.of("/etc")));
    }
  }
}
