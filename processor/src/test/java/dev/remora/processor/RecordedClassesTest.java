package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Classes that earlier processors generated, as they were compiled then, on the runtime of today:
 * what pins that {@code dev.remora.stub} and the front doors stay binary compatible.
 *
 * <p>To record those of a release, run this test with {@code -Drecord=VERSION} and commit the new
 * folder. Never record a folder again: it is the evidence.
 */
class RecordedClassesTest {
  private static final Path RECORDED = Path.of("src/test/resources/recorded");

  static List<String> versions() throws IOException {
    try (Stream<Path> folders = Files.list(RECORDED)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("source"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void classesOfEarlierReleasesRunOnTheRuntimeOfToday(String version) throws Exception {
    run(RECORDED.resolve(version));
  }

  @Test
  void theScenarioRunsAsGeneratedToday() throws Exception {
    Path folder = Files.createTempDirectory("recorded");
    record(folder);
    run(folder);
    String version = System.getProperty("record", "");
    if (!version.isEmpty()) {
      assertThat(RECORDED.resolve(version)).doesNotExist();
      record(RECORDED.resolve(version));
    }
  }

  private static void run(Path folder) throws Exception {
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(classes, RecordedClassesTest.class.getClassLoader())) {
      Class<?> scenario = loader.loadClass("recorded.Scenario");
      assertThat(scenario.getClassLoader()).isSameAs(loader);
      ((Runnable) scenario.getConstructor().newInstance()).run();
    }
  }

  private static void record(Path folder) throws IOException {
    Sources sources = new Sources();
    try (Stream<Path> files = Files.list(RECORDED.resolve("source/recorded"))) {
      for (Path file : files.sorted().toList()) {
        sources.add(JavaFileObjects.forResource(file.toUri().toURL()));
      }
    }
    Compilation compilation = sources.compile(List.of("--release", "17"));
    assertThat(compilation.errors()).isEmpty();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String name = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream bytes = file.openInputStream()) {
          Files.write(target, bytes.readAllBytes());
        }
      }
    }
  }
}
