package dev.remora.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TwoProcessesIT {
  @TempDir private Path temporary;

  @Test
  void bothProcessesEndAndLeaveNothingBehind() throws IOException, InterruptedException {
    Run run = Run.over(Run.checkout(), temporary.resolve("output"));

    assertThat(run.exitCode()).as(run.text()).isZero();
    assertThat(run.lines()).contains("single is 2, double is 4");
    assertThat(run.text())
        .contains("renderer %d has ended with exit code 0".formatted(run.rendererPid()))
        .contains("| registry: 0 contexts, 0 objects")
        .contains("files.root() -> " + Run.checkout().toRealPath())
        .doesNotContain("WHICH IS WRONG");
    assertThat(ProcessHandle.of(run.rendererPid())).isEmpty();
  }

  @Test
  void whatCrossesIsTheContentOfTheDirectory() throws IOException, InterruptedException {
    Path served = Files.createDirectory(temporary.resolve("served"));
    Files.writeString(served.resolve("notes.txt"), "alpha\nbeta\n");
    Files.writeString(served.resolve(".hidden"), "not listed at first");
    Files.createDirectories(served.resolve("large/deep"));
    Files.write(served.resolve("large/deep/zeros"), new byte[4321]);
    Files.createDirectory(served.resolve("empty"));

    Run run = Run.over(served, temporary.resolve("output"));

    assertThat(run.exitCode()).as(run.text()).isZero();
    assertThat(run.text())
        .contains("files.list(\".\") -> 3 entries")
        .contains("files.showHidden(true), files.list(\".\") -> 4 entries")
        .containsPattern("large +4321 bytes in 1 files\n.*empty +0 bytes in 0 files")
        .contains("files.readText(\"notes.txt\") -> 11 characters in 2 lines")
        .contains("root " + served.toRealPath().resolve("empty"))
        .contains("-> was 'alpha'")
        .contains("note: edited notes.txt, 3 lines, not saved");
    assertThat(served.resolve("notes.txt")).hasContent("alpha\nbeta\n");
  }

  @Test
  void eachRefusalArrivesAsItsOwnException() throws IOException, InterruptedException {
    Run run = Run.over(Run.checkout(), temporary.resolve("output"));

    assertThat(run.text())
        .contains("-> java.nio.file.NoSuchFileException: no-such-file.txt")
        .contains("-> dev.remora.examples.api.OutsideRootException: '../../etc/passwd' leads out")
        .contains(
            "-> dev.remora.AccessBlockedException: module 'secrets' is blocked: renderers get")
        .containsPattern(
            "editor.text\\(\\) -> java.lang.IllegalStateException: the editor of .* is closed")
        .contains("requires secrets: blocked");
  }

  @Test
  void aRendererThatFailsFailsTheRunAndLeavesNothingBehind()
      throws IOException, InterruptedException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));

    Run run = Run.over(empty, temporary.resolve("output"));

    assertThat(run.exitCode()).as(run.text()).isOne();
    assertThat(run.text())
        .contains("there is no text to be read in " + empty.toRealPath())
        .contains("renderer %d has ended with exit code 1".formatted(run.rendererPid()))
        .contains("| registry: 0 contexts, 0 objects");
    assertThat(ProcessHandle.of(run.rendererPid())).isEmpty();
  }

  @Test
  void theRendererHasStubsAndNoClassOfTheMainProcess() throws IOException, InterruptedException {
    try (JarFile jar = new JarFile(Run.rendererJar().toFile())) {
      List<String> ofMain =
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith("dev/remora/examples/main/"))
              .filter(name -> name.endsWith(".class"))
              .toList();
      // With the codecs of what they carry, which are nested in them.
      assertThat(ofMain)
          .contains("dev/remora/examples/main/FileServiceStub$EntryCodec.class")
          .map(name -> name.replaceAll("\\$\\w+", ""))
          .containsOnly(
              "dev/remora/examples/main/DeskStub.class",
              "dev/remora/examples/main/EditorStub.class",
              "dev/remora/examples/main/FileServiceStub.class",
              "dev/remora/examples/main/SecretsStub.class");
    }

    Run run = Run.over(Run.checkout(), temporary.resolve("output"));

    assertThat(run.text())
        .contains("Class.forName(dev.remora.examples.main.FileService) -> not here");
  }
}
