package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.LimitExceededException;
import dev.remora.it.electron.Wire;
import dev.remora.it.records.Checked;
import dev.remora.it.records.Kinds;
import dev.remora.it.records.Plain;
import dev.remora.it.records.RecordEcho;
import dev.remora.it.records.RecordEchoStub;
import dev.remora.it.records.Tree;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that generated codecs carry come back as they were. */
final class RecordContractIT {

  private static RecordEchoStub echo(Via via) {
    return RecordEchoStub.require(via.remote());
  }

  private static Kinds kinds() {
    Tree leaf = new Tree("leaf \ud83d", null, List.of());
    Map<String, Tree> map = new LinkedHashMap<>();
    map.put("", leaf);
    map.put("@meta", new Tree("", leaf, List.of(leaf, leaf)));
    return new Kinds(
        true,
        Byte.MIN_VALUE,
        Short.MAX_VALUE,
        '\udc00',
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Float.NaN,
        -0.0,
        false,
        (byte) 1,
        (short) -1,
        '"',
        0,
        (1L << 53) + 1,
        Float.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        "text\u0000\u2028",
        Kinds.Color.GREEN,
        BigInteger.TWO.pow(200),
        new BigDecimal("1.500"),
        Instant.parse("2026-11-27T01:02:03.000000004Z"),
        new UUID(1, 2),
        new Tree("root", leaf, List.of(new Tree("branch", null, List.of(leaf)))),
        Arrays.asList("a", null, ""),
        Set.of(Kinds.Color.RED),
        List.of(List.of(), List.of(1, 2)),
        map,
        Optional.of("there"),
        Map.of(7, "seven"));
  }

  @ParameterizedTest
  @EnumSource
  void aComponentOfEachKindSurvives(Via via) {
    Kinds back = echo(via).kinds(kinds());
    assertThat(back).isEqualTo(kinds());
    assertThat(back.list()).containsExactly("a", null, "");
  }

  @ParameterizedTest
  @EnumSource
  void eachComponentMayBeNullThatIsNoPrimitive(Via via) {
    Kinds empty =
        new Kinds(
            false,
            (byte) 0,
            (short) 0,
            'a',
            0,
            0,
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Optional.empty(),
            null);
    assertThat(echo(via).kinds(empty)).isEqualTo(empty);
  }

  @ParameterizedTest
  @EnumSource
  void recordsThatContainThemselvesSurvive(Via via) {
    Tree line = new Tree("end", null, List.of());
    for (int i = 0; i < 150; i++) {
      line = i % 2 == 0 ? new Tree("left", line, List.of()) : new Tree("", null, List.of(line));
    }
    assertThat(echo(via).trees(List.of(line))).containsExactly(line);
  }

  @Test
  void aRecordThatIsNestedTooDeepIsAnErrorAndTheNextCallWorks() {
    RecordEchoStub echo = echo(Via.SOCKET);
    Tree line = new Tree("end", null, List.of());
    for (int i = 0; i < 20_000; i++) {
      line = new Tree("left", line, List.of());
    }
    List<Tree> tooDeep = List.of(line);
    assertThatThrownBy(() -> echo.trees(tooDeep))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("cannot write argument 1 of records#");
    assertThat(echo.checked(new Checked(7)).percent()).isEqualTo(7);
  }

  private static String checked(String json) {
    return "{\"type\":\"value\",\"value\":" + json + "}";
  }

  @Test
  void whatDoesNotFitIsAnErrorThatNamesTheComponent(@TempDir Path directory) throws IOException {
    Path socket = directory.resolve("private").resolve("s");
    try (MainProcess main = MainProcess.builder().export(new RecordEcho()).listen(socket).start();
        Wire wire = new Wire(socket)) {
      long echo = Wire.idIn(wire.require(RecordEchoStub.TYPE));
      assertThat(wire.call(echo, "checked", checked("{\"percent\":101}")))
          .contains("BAD_ARGUMENTS", "percent is 101");
      assertThat(wire.call(echo, "checked", checked("{\"percent\":\"5\"}")))
          .contains(
              "BAD_ARGUMENTS",
              "component 'percent' in argument 1 of records#1.checked must be an int");
      assertThat(wire.call(echo, "checked", checked("{\"percent\":null}")))
          .contains(
              "BAD_ARGUMENTS",
              "component 'percent' in argument 1 of records#1.checked must be an int, but is null");
      assertThat(
              wire.call(echo, "checked", checked("{\"percent\":{\"type\":\"value\",\"value\":5}}")))
          .contains("BAD_ARGUMENTS", "component 'percent' in argument 1");
      assertThat(wire.call(echo, "checked", checked("{}")))
          .contains("BAD_ARGUMENTS", "component 'percent' in argument 1", "missing");
      assertThat(wire.call(echo, "checked", checked("7")))
          .contains(
              "BAD_ARGUMENTS",
              "argument 1 of records#1.checked must be dev.remora.it.records.Checked");
      assertThat(wire.call(echo, "checked", checked("{\"new\":[{}],\"percent\":7}")))
          .contains(checked("{\"percent\":7}"));
      assertThat(main.registry().objectCount()).isEqualTo(1);
    }
  }

  /** Records of plain components, there and back, in a JVM that tells which classes it loads. */
  static final class WithoutDatabind {
    private WithoutDatabind() {}

    public static void main(String[] args) {
      try (MainProcess main = MainProcess.builder().export(new RecordEcho()).start();
          RemoteContext remote = RemoteContext.connect(main)) {
        Plain plain =
            new Plain(1, "text", List.of(1.5), Map.of("tree", new Tree("", null, List.of())));
        System.out.println("same " + RecordEchoStub.require(remote).plain(plain).equals(plain));
      }
    }
  }

  @Test
  void databindIsNotEvenLoadedForRecordsOfPlainComponents() throws IOException {
    ProcessBuilder builder = Jvm.running(WithoutDatabind.class);
    builder.command().add(1, "-Xlog:class+load");
    try (InputStream output = builder.start().getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text)
          .contains("same true")
          .contains("dev.remora.it.records.RecordEchoStub$PlainCodec")
          .doesNotContain("tools.jackson.databind.ObjectMapper", "JsonMapper");
    }
  }
}
