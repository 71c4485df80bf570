package dev.remora.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.assertj.core.api.Assertions;

/** Sources of a user, and what the compiler makes of them. */
final class Sources {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?<![\\w.])(?:class|interface|record|enum) (\\w+)(?=[<({]| [{eip])");

  /**
   * All that a careful user asks of javac; a warning is an error. {@code processing} warns
   * of @Override and the like.
   */
  private static final List<String> STRICT =
      List.of("-Xlint:all,-processing", "-Xdoclint:all,-missing", "-Werror");

  private final List<JavaFileObject> files = new ArrayList<>();

  /** Adds a file; its name is taken from its text. */
  Sources add(String text) {
    Matcher type = TYPE.matcher(text);
    String simpleName = type.find() ? type.group(1) : "package-info";
    files.add(JavaFileObjects.forSourceString(packageOf(text) + simpleName, text));
    return this;
  }

  /** Adds a file of package {@code test}, with the annotations and usual JDK types imported. */
  Sources inTest(String body) {
    return add(
        """
        package test;

        import dev.remora.annotation.*;
        import java.io.*;
        import java.util.*;

        """
            + body);
  }

  /** Makes package {@code test} null-marked. */
  Sources nullMarked() {
    return add(
        """
        @NullMarked
        package test;

        import org.jspecify.annotations.NullMarked;
        """);
  }

  Sources add(JavaFileObject file) {
    files.add(file);
    return this;
  }

  /** Compiles under the strictest flags. */
  Compilation compile() {
    return compile(STRICT);
  }

  /** Compiles under flags of javac. */
  Compilation compile(List<String> options) {
    return Compiler.javac()
        .withProcessors(new RemoraProcessor())
        .withOptions(options)
        .compile(files);
  }

  /** Compiles under the strictest flags and expects not a single warning. */
  Compilation compileCleanly() {
    Compilation compilation = compile();
    Assertions.assertThat(messages(compilation, Diagnostic.Kind.values())).isEmpty();
    Assertions.assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    return compilation;
  }

  /** The messages of the given kinds. */
  static List<String> messages(Compilation compilation, Diagnostic.Kind... kinds) {
    return compilation.diagnostics().stream()
        .filter(diagnostic -> List.of(kinds).contains(diagnostic.getKind()))
        .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
        .map(Object::toString)
        .collect(Collectors.toList());
  }

  /** The text of a generated class. */
  static String generated(Compilation compilation, String className) {
    String path = className.replace('.', '/') + ".java";
    return compilation
        .generatedFile(StandardLocation.SOURCE_OUTPUT, path)
        .map(Sources::textOf)
        .orElseThrow(
            () -> new AssertionError(path + " was not generated: " + compilation.diagnostics()));
  }

  private static String textOf(JavaFileObject file) {
    try {
      return file.getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String packageOf(String text) {
    Matcher name = PACKAGE.matcher(text);
    return name.find() ? name.group(1) + "." : "";
  }
}
