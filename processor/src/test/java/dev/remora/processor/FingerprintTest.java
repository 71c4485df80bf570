package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes stub and dispatcher another version: signatures, and the shapes of what they name. */
class FingerprintTest {
  private static final Pattern FINGERPRINT = Pattern.compile("\"([0-9a-f]{16})\"");
  private static final String ENTRY = "record Entry(String name, Inner inner, Color color) {}";
  private static final String INNER = "record Inner(int size) {}";
  private static final String COLOR = "enum Color { RED, GREEN }";
  private static final String LISTENER =
      "interface Listener { void changed(Entry entry) throws IOException; }";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int size | long size",
        "int size | int length",
        "RED, GREEN | RED, GREEN, BLUE",
        "String name, Inner inner | String name, String more, Inner inner",
        "changed(Entry entry) | changed(Entry entry, int times)",
        "void changed | boolean changed",
        "throws IOException | throws Exception",
        "void watch | int watch",
      })
  void aChangeOfWhatCrossesIsAnotherVersion(String from, String to) {
    assertThat(fingerprint(from, to)).isNotEqualTo(fingerprint("", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String name, Inner inner | Inner inner, String name",
        "RED, GREEN | GREEN, RED",
        "Entry entry) throws | Entry other) throws",
      })
  void whatDoesNotCrossIsNone(String from, String to) {
    assertThat(fingerprint(from, to)).isEqualTo(fingerprint("", ""));
  }

  @Test
  void shapesAreListedForTheExplanation() {
    String stub = Sources.generated(compile("", ""), "test.SubjectStub");
    String dispatcher = Sources.generated(compile("", ""), "test.SubjectDispatcher");
    assertThat(new String[] {stub, dispatcher})
        .allSatisfy(
            code ->
                assertThat(code)
                    .contains(
                        "\"enum test.Color(GREEN, RED)\"",
                        "\"function test.Listener: void changed(test.Entry) throws"
                            + " java.io.IOException\"",
                        "\"value test.Entry(java.lang.String name, test.Color color, test.Inner"
                            + " inner)\"",
                        "\"value test.Inner(int size)\""));
  }

  private static String fingerprint(String from, String to) {
    Compilation compilation = compile(from, to);
    Matcher stub = FINGERPRINT.matcher(Sources.generated(compilation, "test.SubjectStub"));
    Matcher dispatcher =
        FINGERPRINT.matcher(Sources.generated(compilation, "test.SubjectDispatcher"));
    assertThat(stub.find() && dispatcher.find()).isTrue();
    assertThat(stub.group(1)).isEqualTo(dispatcher.group(1));
    return stub.group(1);
  }

  private static Compilation compile(String from, String to) {
    Sources sources = new Sources();
    for (String source :
        new String[] {
          "public " + ENTRY,
          "public " + INNER,
          "public " + COLOR,
          "@FunctionalInterface public " + LISTENER,
          "@RemoteModule public class Subject { public RESULT watch(Listener listener) { BODY } }"
        }) {
      String changed =
          source.contains("RESULT")
              ? source
                  .replace("RESULT", from.equals("void watch") ? "int" : "void")
                  .replace("BODY", from.equals("void watch") ? "return 1;" : "")
              : source.replace(from, to);
      sources.inTest(changed);
    }
    return sources.compileCleanly();
  }
}
