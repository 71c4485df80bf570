package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Properties of all that is generated. */
class OutputTest {

  @Test
  void thousandsOfMembersCompile() {
    String methods =
        IntStream.range(0, 2_500)
            .mapToObj(i -> "  public int method" + i + "(int x) { return x; }\n")
            .collect(Collectors.joining());
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule\npublic class Large {\n" + methods + "}\n")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.LargeDispatcher"))
        .contains("default -> memberCall2(self, member, args, reply);");
  }

  @Test
  void outputDoesNotDependOnTheOrderOfMembersNorOnTheRun() {
    String first = "  public int a(int x) { return x; }\n";
    String second = "  public int a(long x) { return 1; }\n";
    String third = "  public String b;\n";

    List<String> one = generate(first + second + third);
    assertThat(generate(first + second + third)).isEqualTo(one);
    assertThat(generate(third + second + first)).isEqualTo(one);
  }

  @Test
  void fingerprintCoversEverySignature() {
    String original = fingerprint("public int a(int x) throws IOException { return x; }");

    assertThat(original).matches("[0-9a-f]{16}");
    assertThat(
            List.of(
                fingerprint("public long a(int x) throws IOException { return x; }"),
                fingerprint("public int b(int x) throws IOException { return x; }"),
                fingerprint("public int a(long x) throws IOException { return 1; }"),
                fingerprint("public int a(int x) { return x; }"),
                fingerprint("public static int a(int x) throws IOException { return x; }"),
                fingerprint("public int a(List<String> x) throws IOException { return 1; }"),
                fingerprint("public int a(List<Integer> x) throws IOException { return 1; }"),
                fingerprint("public int a;"),
                fingerprint("public final int a = 1;")))
        .doesNotHaveDuplicates()
        .doesNotContain(original);
    assertThat(fingerprint("public int a(int y) throws IOException { return y + 1; }"))
        .isEqualTo(original);
  }

  @Test
  void stubAndDispatcherHaveTheSameFingerprintAndSignatures() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class One { public int a(int x) { return x; } }")
            .compileCleanly();
    String stub = Sources.generated(compilation, "test.OneStub");
    String dispatcher = Sources.generated(compilation, "test.OneDispatcher");

    assertThat(dispatcher).contains(fingerprintIn(stub));
    assertThat(stub).contains("\"int a(int)\"");
    assertThat(dispatcher).contains("\"int a(int)\"");
  }

  @Test
  void typesThatAnotherProcessorWritesAreWaitedFor() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new RemoraProcessor(), new LateRecord())
            .compile(
                JavaFileObjects.forSourceString(
                    "test.Waiting",
                    "package test; @dev.remora.annotation.RemoteModule public class Waiting {"
                        + " public Late late() { return null; } }"));

    assertThat(compilation.errors()).isEmpty();
    assertThat(Sources.generated(compilation, "test.WaitingStub")).contains("public Late late()");
  }

  private static List<String> generate(String members) {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule\npublic class Same {\n" + members + "}\n")
            .compileCleanly();
    return List.of(
        Sources.generated(compilation, "test.SameStub"),
        Sources.generated(compilation, "test.SameDispatcher"));
  }

  private static String fingerprint(String member) {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule\npublic class One {\n" + member + "\n}\n")
            .compileCleanly();
    return fingerprintIn(Sources.generated(compilation, "test.OneStub"));
  }

  private static String fingerprintIn(String stub) {
    return stub.replaceAll("(?s).*\"([0-9a-f]{16})\".*", "$1");
  }
}
