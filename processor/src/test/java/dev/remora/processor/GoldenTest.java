package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shape of generated code, to be reviewed as code; {@code -Dgolden.update=true} rewrites it.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final List<String> INPUTS =
      List.of(
          "package-info",
          "Entry",
          "Editor",
          "FileEvent",
          "FileService",
          "Legacy",
          "Remotes",
          "Search",
          "SearchListener",
          "Subscription",
          "Transfers");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EditorDispatcher",
        "EditorStub",
        "FileServiceDispatcher",
        "FileServiceStub",
        "LegacyDispatcher",
        "LegacyStub",
        "RemotesDispatchers",
        "RemotesStubs",
        "SearchAsyncStub",
        "SearchDispatcher",
        "SearchStub",
        "TransfersDispatcher",
        "TransfersStub"
      })
  void generatedCodeOfTheDesignsExampleIsAsReviewed(String className) throws IOException {
    Sources sources = new Sources();
    for (String name : INPUTS) {
      Path input = GOLDEN.resolve("input/com/example/" + name + ".java");
      sources.add(JavaFileObjects.forResource(input.toUri().toURL()));
    }
    Compilation compilation = sources.compileCleanly();
    String actual = Sources.generated(compilation, "com.example." + className);

    Path golden = GOLDEN.resolve("output/com/example/" + className + ".java");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
