package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** {@code docs/electron.md} is complete, and names tests that exist. */
final class ElectronPageTest {
  private static final Path BASE = Path.of(System.getProperty("basedir", ""));
  private static final Path PAGE = BASE.resolve("../docs/electron.md");
  private static final Path HERE = BASE.resolve("src/test/java/dev/remora/it/electron");

  private static final Pattern ROW = Pattern.compile("\\| (\\d+|[BD]\\d+) \\| (.+) \\|");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");
  private static final Pattern CASE = Pattern.compile("(?:case(\\d+)|defect(D\\d+))\\D.*");
  private static final Pattern VERDICT =
      Pattern.compile(
          ".*#.*|.*\\b(callbacks and promises|release protocol|processor|speed)\\b.*|.*cannot exist.*");

  /** The rows of all tables, by number. */
  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        assertThat(rows.put(row.group(1), row.group(2))).as(line).isNull();
      }
    }
    return rows;
  }

  @Test
  void thePageHasARowForEachCaseAndEachDefect() throws IOException {
    List<String> expected = new ArrayList<>();
    IntStream.rangeClosed(1, 97).mapToObj(String::valueOf).forEach(expected::add);
    IntStream.rangeClosed(1, 26).mapToObj(n -> "B" + n).forEach(expected::add);
    IntStream.rangeClosed(1, 14).mapToObj(n -> "D" + n).forEach(expected::add);
    assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void eachRowSaysWhatBecameOfIt() throws IOException {
    for (Map.Entry<String, String> row : rows().entrySet()) {
      String verdict = row.getValue().substring(row.getValue().lastIndexOf(" | ") + 3);
      assertThat(verdict).as("row %s", row.getKey()).matches(VERDICT);
    }
  }

  @Test
  void eachTestThatThePageNamesExists() throws IOException {
    Matcher named = NAMED.matcher(Files.readString(PAGE));
    int count = 0;
    while (named.find()) {
      assertThat(exists(named.group(1), named.group(2))).as(named.group()).isTrue();
      count++;
    }
    assertThat(count).isGreaterThan(97);
  }

  private static boolean exists(String name, String method) throws IOException {
    for (String place :
        List.of("dev.remora.it.", "dev.remora.it.callbacks.", "dev.remora.it.electron.")) {
      try {
        return isTest(Class.forName(place + name), method);
      } catch (ClassNotFoundException e) {
        // It lies elsewhere.
      }
    }
    return isInSource(name, method);
  }

  private static boolean isTest(Class<?> type, String method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> m.getName().equals(method))
        .anyMatch(
            m ->
                m.isAnnotationPresent(Test.class)
                    || m.isAnnotationPresent(ParameterizedTest.class));
  }

  /** Whether a test of another module has the method; its classes are not on the class path. */
  private static boolean isInSource(String name, String method) throws IOException {
    Pattern test = Pattern.compile("@(Parameterized)?Test\\b[^{}]*? void " + method + "\\(");
    for (String module : List.of("runtime", "processor", "examples")) {
      try (Stream<Path> files =
          Files.walk(BASE.resolve("..").resolve(module).resolve("src/test"))) {
        for (Path file : files.filter(f -> f.endsWith(name + ".java")).toList()) {
          return test.matcher(Files.readString(file)).find();
        }
      }
    }
    return false;
  }

  @Test
  void eachTestOfARowStandsInThatRow() throws IOException, ClassNotFoundException {
    Map<String, String> rows = rows();
    int count = 0;
    try (Stream<Path> files = Files.list(HERE)) {
      for (Path file : files.filter(f -> f.toString().endsWith("IT.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        for (var method : Class.forName("dev.remora.it.electron." + name).getDeclaredMethods()) {
          Matcher test = CASE.matcher(method.getName());
          if (test.matches()) {
            String row = test.group(1) == null ? test.group(2) : test.group(1);
            assertThat(rows.get(row)).contains("`" + name + "#" + method.getName() + "`");
            count++;
          }
        }
      }
    }
    assertThat(count).isGreaterThan(60);
  }
}
