package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which records have codecs of their own, and that these compile whatever the records look like.
 */
final class RecordCodecsTest {

  /** The stub of a module that echoes a record, compiled without a warning. */
  private static String stub(String record, String... files) {
    Sources sources = new Sources();
    for (String file : files) {
      sources.inTest(file);
    }
    String type = record.substring("public record ".length()).split("\\(", 2)[0];
    return Sources.generated(
        sources
            .inTest(record)
            .inTest(
                "@RemoteModule public class M { public %s echo(%s r) { return r; } }"
                    .formatted(type, type))
            .compileCleanly(),
        "test.MStub");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public record R(int from, String to, long place, boolean value, char next) {}",
        "public record R(List<String> tags, int TAGS, int START, int END, int CODEC) {}",
        "public record point(int x) {}",
        "public record R(int[] ints, String[] texts, R[] more, byte[] bytes) {}",
        "public record R() {}",
        "public record R(Optional<List<R>> maybe, Map<Integer, R> byNumber, Set<R> set) {}",
        "public record R(Thread.State state, float f, Double d, Map<String, Map<String, R>> deep) {}",
      })
  void aPlainRecordHasACodecThatCompilesWhateverItsComponentsAreCalled(String record) {
    assertThat(stub(record)).contains("Codec extends RecordCodec<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public record R(List<String>[] lists, Map<String, List<Integer>>[][] maps) {}",
        "public record R(int old) { @Deprecated public int old() { return old; } }",
        "public record R(int x) { public int getY() { return x; } }",
        "public record R(int x) implements Named { public String name() { return \"n\"; } }",
        "public record R(Runnable run) {}",
      })
  void allOtherRecordsAreDatabinds(String record) {
    String named =
        "public interface Named { @com.fasterxml.jackson.annotation.JsonProperty(\"n\") String name(); }";
    assertThat(stub(record, named)).doesNotContain("RecordCodec").contains("Codecs.value(R.class");
  }

  @Test
  void aCodecAndAProxyThatWantTheSameNameHaveTwo() {
    String stub =
        Sources.generated(
            new Sources()
                .inTest("public record RemoteThing(int x) {}")
                .inTest("public interface ThingCodec { void take(RemoteThing thing); }")
                .inTest(
                    "@RemoteModule public class M { public void put(RemoteThing t, ThingCodec c) {} }")
                .compileCleanly(),
            "test.MStub");
    assertThat(stub)
        .contains("class RemoteThingCodec extends RecordCodec<RemoteThing>")
        .contains("class RemoteThingCodec2 extends RemoteFunction implements ThingCodec");
  }
}
