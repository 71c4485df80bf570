package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.processor.check.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/diagnostics.md} says the same as the processor. */
class DiagnosticsPageTest {
  private static final Path PAGE = Path.of("../docs/diagnostics.md");

  @ParameterizedTest
  @EnumSource
  void pageListsEachCodeWithItsText(Diagnostic diagnostic) throws IOException {
    String text = diagnostic.text().replace("%s", "…").replace("\n", " ");

    assertThat(Files.readAllLines(PAGE))
        .anySatisfy(
            line -> assertThat(line).startsWith("| `" + diagnostic.code() + "` |").contains(text));
  }

  @Test
  void pageListsNothingElse() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `Remote")).toList();

    assertThat(rows).hasSameSizeAs(Diagnostic.values()).doesNotHaveDuplicates();
  }
}
