package dev.remora.processor.discover;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.remora.processor.RemoraProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;

/**
 * Every public interface of six packages of the JDK goes through the processor, as JDK 17 has them
 * on whichever JDK this runs; {@code docs/corpus.md} says what comes of each, and {@code
 * -Dgolden.update=true} rewrites it.
 */
class CorpusTest {
  private static final Path PAGE = Path.of("../docs/corpus.md");
  private static final List<String> PACKAGES =
      List.of(
          "java.util",
          "java.util.function",
          "java.util.concurrent",
          "java.nio.file",
          "java.sql",
          "javax.sql");

  private static final Corpus CORPUS = read();

  private static Corpus read() {
    Corpus corpus = new Corpus(PACKAGES);
    Compilation compilation =
        Compiler.javac()
            .withOptions("--release", "17")
            .withProcessors(corpus)
            .compile(
                JavaFileObjects.forSourceString(
                    "corpus.Reader", "package corpus; interface Reader {}"));
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    return corpus;
  }

  @Test
  void thePageSaysWhatCrossesOfEachInterface() throws IOException {
    String actual = CORPUS.page();
    System.out.println(CORPUS.summary());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(PAGE));
  }

  @Test
  void whatIsGeneratedCompilesWithoutWarnings() {
    List<String> listed = CORPUS.stubs();
    String source =
        """
        package corpus;

        import dev.remora.annotation.RemoteInterfaces;
        import dev.remora.annotation.UnsupportedMembers;

        @Deprecated
        @RemoteInterfaces(value = {%s}, unsupported = UnsupportedMembers.THROW)
        public interface Remotes {}
        """
            .formatted(
                listed.stream()
                    .map(name -> name + ".class")
                    .collect(Collectors.joining(",\n    ")));
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new RemoraProcessor())
            .withOptions(
                "--release", "17", "-Xlint:all,-processing", "-Xdoclint:all,-missing", "-Werror")
            .compile(JavaFileObjects.forSourceString("corpus.Remotes", source));

    assertThat(compilation.diagnostics())
        .filteredOn(diagnostic -> diagnostic.getKind() != Kind.NOTE)
        .isEmpty();
    assertThat(compilation.generatedSourceFiles()).hasSize(2 * listed.size() + 2);
  }
}
