package dev.remora.processor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a class may have, as {@code docs/diagnostics.md} lists it; all compiles without a warning.
 */
class CornerCasesTest {

  @Test
  void membersThatAreNamedLikeOursKeepTheirNames() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule(async = true)
                public class Ours {
                  public int TYPE;
                  public int INSTANCE;
                  public void close() {}
                  public void release() {}
                  public int context() { return 1; }
                  public int require() { return 1; }
                  public int construct() { return 1; }
                  public int withTimeout(int x) { return 1; }
                  public int of() { return 1; }
                  public int stub(int stub) { return stub; }
                  public int signatures() { return 1; }
                  public List<String> subtypes() { return List.of(); }
                  public List<String> shapes() { return List.of(); }
                  public int memberCall(String member) { return 1; }
                  public int memberList() { return 1; }
                  public String module() { return ""; }
                  public boolean equals(Ours other) { return true; }
                  public int hashCode(int seed) { return 1; }
                  public String toString(int indent) { return ""; }
                  public void wait(String x) {}
                  public static int context(String x) { return 1; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.OursStub"))
        .contains("public void close()", "public void release()", "public int context()")
        .contains("public int require()", "public int construct()", "public int TYPE()")
        .contains("public boolean equals(OursStub other)", "public int hashCode(int seed)")
        .contains("public String toString(int indent)", "public List<String> subtypes()");
  }

  @Test
  void anyJavaNameIsTaken() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Names {
                  public String größe = "";
                  public int 名前(String 名, int _x, int $y, int größe) { return 1; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.NamesStub"))
        .contains("public int 名前(String 名, int _x, int $y, int größe)")
        .contains("public String größe()");
  }

  @Test
  void voidIsNullWhereverItStands() {
    new Sources()
        .inTest(
            """
            @RemoteModule(async = true)
            public class Voids {
              public Void nothing() { return null; }
              public java.util.concurrent.CompletableFuture<Void> later() { return null; }
              public Void call(java.util.concurrent.Callable<Void> body) { return null; }
            }
            """)
        .compileCleanly();
  }

  @Test
  void typeParametersOfSuperclassesAreSubstitutedHoweverTheyAreBounded() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                abstract class Sorted<T extends Comparable<T> & Serializable, X extends Exception> {
                  public abstract T max(List<T> all) throws X;
                  public void each(java.util.function.Consumer<? super T> body) throws X {}
                }
                """)
            .inTest(
                """
                @RemoteModule public class Names extends Sorted<String, IOException> {
                  @Override public String max(List<String> all) throws FileNotFoundException { return ""; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.NamesStub"))
        .contains("public String max(List<String> all) throws FileNotFoundException")
        .contains("public void each(Consumer<? super String> body) throws IOException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<X extends Exception> void x() throws X {}",
        "<T extends Comparable<T>> T x(T x) { return x; }",
        "<T extends Comparable<T> & Serializable> T x(T x) { return x; }",
      })
  void typeParametersOfMethodsAreRefusedOnce(String method) {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class Subject { public " + method + " }")
            .compile();

    assertThat(Sources.messages(compilation, Diagnostic.Kind.values()))
        .singleElement()
        .asString()
        .contains("[RemoteGenericMethod] Subject.x(");
  }

  @Test
  void bridgesAndPackagePrivateSuperclassesAddNothing() {
    Compilation compilation =
        new Sources()
            .inTest(
                "abstract class Hidden<T> { public T shown(T x) { return x; } void unseen() {} }")
            .inTest(
                """
                @RemoteModule public class Shown extends Hidden<String> implements Comparable<Shown> {
                  @Override public String shown(String x) { return x; }
                  @Override public int compareTo(Shown other) { return 0; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.ShownDispatcher"))
        .containsOnlyOnce("case \"shown\"")
        .containsOnlyOnce("case \"compareTo\"")
        .doesNotContain("unseen");
  }

  @Test
  void parametersOfOtherLanguagesMayBeNamedLikeKeywords() throws Exception {
    // A class file whose parameter is called "class", as other compilers may write one.
    Compilation foreign =
        Compiler.javac()
            .withOptions("-parameters")
            .compile(
                JavaFileObjects.forSourceString(
                    "test.Foreign",
                    "package test; public class Foreign { public void x(int clasz) {} }"));
    Path folder = Files.createTempDirectory("foreign");
    byte[] bytes;
    try (InputStream in = foreign.generatedFiles().get(0).openInputStream()) {
      bytes = in.readAllBytes();
    }
    String text = new String(bytes, ISO_8859_1);
    String renamed = text.replace("\u0000\u0005clasz", "\u0000\u0005class");
    assertThat(renamed).isNotEqualTo(text);
    Files.createDirectory(folder.resolve("test"));
    Files.write(folder.resolve("test/Foreign.class"), renamed.getBytes(ISO_8859_1));

    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class Subject extends Foreign {}")
            .compile(
                List.of(
                    "-classpath",
                    folder + File.pathSeparator + System.getProperty("java.class.path")));

    assertThat(compilation.errors()).isEmpty();
    assertThat(Sources.generated(compilation, "test.SubjectStub"))
        .contains("public void x(int class_)");
  }

  @Test
  void namesOfTwoHundredCharactersFit() {
    String name = "L" + "o".repeat(198) + "ng";
    Compilation compilation =
        new Sources()
            .inTest(
                "@RemoteModule public class NAME { public void x(Map<String, Map<String, String>> x, java.util.function.Consumer<Map<String, Map<String, Map<String, List<String>>>>> c) {} }"
                    .replace("NAME", name))
            .compileCleanly();

    assertThat(compilation.generatedFiles())
        .allSatisfy(
            file -> assertThat(file.getName().replaceFirst(".*/", "").length()).isLessThan(256));
  }

  @Test
  void longerNamesAreRefused() {
    String name = "L" + "o".repeat(220) + "ng";
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class NAME { public void x() {} }".replace("NAME", name))
            .compile();

    assertThat(Sources.messages(compilation, Diagnostic.Kind.values()))
        .singleElement()
        .asString()
        .contains("[RemoteModuleName] @RemoteModule " + name + " has too long a name: file systems")
        .contains(name + "Dispatcher alone would have 233; give it a shorter one");
  }

  @Test
  void typesOfTheProjectCanBeAnnotatedAndSubclassesOfModulesDeclared() {
    Compilation compilation =
        new Sources()
            .inTest("public class Plain { private int x; public void x() { x++; } }")
            .inTest("@RemoteModule public class Base { public int x() { return 1; } }")
            .inTest("public class Below extends Base { public Below() {} public int y; }")
            .inTest(
                """
                @RemoteModule
                public class Subject {
                  public void one(Plain x) {}
                  public void two(Below x) {}
                  public void three(java.util.BitSet x) {}
                }
                """)
            .compile(List.of());

    assertThat(Sources.messages(compilation, Diagnostic.Kind.ERROR))
        .hasSize(3)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("test.Plain is neither a value nor a @RemoteModule; annotate it with")
                    .contains("to pass it by reference, make it a record to pass it by value, or"))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("test.Below has no stub, but is a kind of the @RemoteModule Base;")
                    .contains("declare that, annotate it with @RemoteModule, or mark the method"))
        .anySatisfy(text -> assertThat(text).contains("declare byte[] or"));
  }

  @Test
  void strictMakesErrorsOfWarnings() {
    Sources sources = new Sources().inTest("@RemoteModule public class Subject {}");

    assertThat(sources.compile(List.of()).errors()).isEmpty();
    assertThat(sources.compile(List.of("-Aremora.strict")).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage(null)).startsWith("[RemoteModuleEmpty]"));
  }

  @Test
  void generatedClassesAreMarkedForToolsThatMeasureCoverage() {
    Compilation compilation =
        new Sources()
            .inTest(
                "@RemoteModule(async = true) public class Subject { public void x(Runnable r) {} }")
            .compileCleanly();

    for (String name : List.of("SubjectStub", "SubjectAsyncStub", "SubjectDispatcher")) {
      assertThat(Sources.generated(compilation, "test." + name))
          .contains("@Generated(\"dev.remora.processor.RemoraProcessor\")\n@GeneratedByRemora\n");
    }
    assertThat(Sources.generated(compilation, "test.SubjectStub"))
        .contains("  @GeneratedByRemora\n  static final class RemoteRunnable");
  }
}
