package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;

/** What build tools rely on that compile only what has changed. */
class IncrementalTest {
  private static final String DESCRIPTOR = "META-INF/gradle/incremental.annotation.processors";

  @Test
  void gradleIsToldThatTheProcessorIsIsolating() throws IOException {
    try (InputStream descriptor =
        RemoraProcessor.class.getClassLoader().getResourceAsStream(DESCRIPTOR)) {
      assertThat(descriptor).isNotNull();
      assertThat(new String(descriptor.readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo("dev.remora.processor.RemoraProcessor,ISOLATING");
    }
  }

  @Test
  void eachFileComesFromItsModuleAlone() {
    Recording recording = new Recording();
    var compilation =
        Compiler.javac()
            .withProcessors(new WithFiler(recording::watch))
            .compile(
                module(
                    "One",
                    "public Two two() { return null; } public Value value() { return null; }"),
                module("Two", "public int x;"),
                JavaFileObjects.forSourceString(
                    "test.Value", "package test; public record Value(int x, Runnable y) {}"));

    assertThat(compilation.errors()).isEmpty();
    assertThat(recording.origins)
        .containsAllEntriesOf(
            Map.of(
                "test.OneStub", List.of("test.One"),
                "test.OneAsyncStub", List.of("test.One"),
                "test.OneDispatcher", List.of("test.One"),
                "test.TwoStub", List.of("test.Two"),
                "test.TwoAsyncStub", List.of("test.Two"),
                "test.TwoDispatcher", List.of("test.Two")));
    assertThat(recording.origins.values()).allSatisfy(origins -> assertThat(origins).hasSize(1));
  }

  private static javax.tools.JavaFileObject module(String name, String members) {
    return JavaFileObjects.forSourceString(
        "test." + name,
        "package test; @dev.remora.annotation.RemoteModule(async = true) public class %s { %s }"
            .formatted(name, members));
  }

  /** Notes of what each file is made. */
  private static final class Recording {
    private final Map<String, List<String>> origins = new TreeMap<>();

    private Filer watch(Filer filer) {
      return WithFiler.proxy(Filer.class, filer, this::record);
    }

    private Object record(String method, Object[] args, Object result) {
      Object name = method.equals("createResource") ? args[2] : args[0];
      Element[] elements = (Element[]) args[args.length - 1];
      origins.put(name.toString(), Arrays.stream(elements).map(Element::toString).toList());
      return result;
    }
  }
}
