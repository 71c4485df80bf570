package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler of Eclipse: the same code, and the same words in the same places, as javac. */
class EclipseTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path directory;

  @Test
  void generatesWhatJavacGenerates() throws IOException {
    List<Path> inputs = javaFiles(GOLDEN.resolve("input"));

    EclipseCompilation compilation = EclipseCompilation.of(directory, inputs);

    assertThat(compilation.problems()).isEmpty();
    Map<String, String> golden = new TreeMap<>();
    for (Path file : javaFiles(GOLDEN.resolve("output"))) {
      golden.put(GOLDEN.resolve("output").relativize(file).toString(), Files.readString(file));
    }
    assertThat(compilation.generated()).containsAllEntriesOf(golden);
  }

  @Test
  void generatesForAllKindsOfMembersWhatJavacGenerates() throws IOException {
    String source =
        """
        package test;

        import dev.remora.annotation.*;
        import java.util.*;
        import java.util.function.*;

        /** A module. */
        public class Corner {
          /** Nested. */
          @RemoteModule(name = "corner", async = true)
          public static class Inner extends Corner.Base<String> implements Comparable<Inner> {
            @Override public int compareTo(Inner other) { return 0; }
            public int[][] grid(int[]... rows) { return rows; }
            /** Says {@code x}, and more. @param many of them */
            public void many(String... many) {}
            public Map<String, List<Point>> points(Function<Point, String> name) { return null; }
            @Deprecated public long old;
            public final double half = 0.5;
            public static String greet(String a, String b) { return a + b; }
            @RemoteConstructor Inner(List<String> names, int x) {}
            @RemoteConstructor public Inner() {}
          }
          /** Generic. */
          public static class Base<E> {
            public E one(E other) throws java.io.IOException { return other; }
            public Optional<E> maybe() { return Optional.empty(); }
          }
          /** A value. */
          public record Point(int x, Optional<Point> next, Runnable then) {}
        }
        """;

    Compilation javac = new Sources().add(source).compile(List.of());
    EclipseCompilation ecj = EclipseCompilation.of(directory, List.of(write("Corner", source)));

    assertThat(javac.errors()).isEmpty();
    assertThat(ecj.problems().stream().filter(problem -> problem.contains("[Remote"))).isEmpty();
    assertThat(ecj.generated()).isNotEmpty().isEqualTo(generatedBy(javac));
  }

  @Test
  void saysWhatJavacSaysInTheSameLines() throws IOException {
    String source =
        """
        package test;

        import dev.remora.annotation.*;
        import java.util.*;

        @RemoteModule
        public class Subject {
          public void thread(
              int before,
              Thread x) {}

          public Object result() { return null; }

          @OneWay
          public int posted() { return 1; }

          public <T> T generic(T x) { return x; }

          public List raw() { return null; }

          public List<?> wild() { return null; }

          public String name() { return ""; }
          public String name;

          @RemoteConstructor
          private Subject() {}
        }
        """;

    Compilation javac = new Sources().add(source).compile(List.of());
    EclipseCompilation ecj = EclipseCompilation.of(directory, List.of(write("Subject", source)));

    List<String> said =
        javac.diagnostics().stream()
            .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
            .map(problem -> problem.getLineNumber() + ": " + problem.getMessage(null))
            .toList();
    assertThat(said).hasSizeGreaterThan(6).allMatch(problem -> problem.contains(": [Remote"));
    assertThat(ecj.problems().stream().filter(problem -> problem.contains(": [Remote")))
        .containsExactlyInAnyOrderElementsOf(said);
    assertThat(ecj.generated()).isEmpty();
  }

  private Path write(String name, String source) throws IOException {
    Path file = directory.resolve("test").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source);
  }

  private static Map<String, String> generatedBy(Compilation javac) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    String root = "/" + StandardLocation.SOURCE_OUTPUT + "/";
    for (var file : javac.generatedSourceFiles()) {
      sources.put(
          file.getName().replaceFirst("^" + root, ""), file.getCharContent(true).toString());
    }
    return sources;
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
