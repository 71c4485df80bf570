package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.main.MainProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** D8, D12 and D14: how much crosses, and who waits for whom. */
final class ElectronTrafficIT {
  @TempDir private Path directory;

  /** What a test says over the wire. */
  private interface Exchange {
    void with(Wire wire) throws IOException;
  }

  private void overTheWire(Exchange exchange) throws IOException {
    overTheWire(exchange, main -> {});
  }

  private void overTheWire(Exchange exchange, Consumer<MainProcess> then) throws IOException {
    Path socket = directory.resolve("main").resolve("main.sock");
    try (MainProcess main = ElectronMain.exports().listen(socket).start();
        Wire wire = new Wire(socket)) {
      exchange.with(wire);
      then.accept(main);
      assertThat(main.registry().contexts()).hasSize(1);
    }
  }

  /** The original describes all members of an object each time that it sends it. */
  @Test
  void defectD8NoAnswerDescribesMembers() throws IOException {
    overTheWire(
        wire -> {
          String wide = wire.require(PrintNameStub.TYPE);
          String narrow = wire.require(SourceStub.TYPE);
          for (String answer : List.of(wide, narrow)) {
            assertThat(answer).contains("\"members\":[],\"proto\":null");
          }
          assertThat(wide.length() - narrow.length())
              .isEqualTo(PrintNameStub.TYPE.module().length() - SourceStub.TYPE.module().length());
          assertThat(wire.call(Wire.idIn(narrow), "part", ""))
              .isEqualTo(
                  "{\"type\":\"object\",\"name\":\"%s\",\"id\":%d}"
                      .formatted(PartStub.TYPE.module(), Wire.idIn(narrow) + 1));
          long property = Wire.idIn(wire.require(Fixtures_PropertyStub.TYPE));
          assertThat(wire.get(property, "property")).isEqualTo("1127");
        });
  }

  /** In the original one call that takes 300 ms holds all others up as long. */
  @ParameterizedTest
  @EnumSource
  void defectD12ACallGoesThroughWhileAnotherIsBusy(Route route) throws Exception {
    try (Reached reached = route.reach()) {
      BusyStub busy = BusyStub.require(reached.remote);
      CompletableFuture<String> held = inThread(() -> hold(busy));
      Eventually.holds(busy::isHeld, () -> "not held");
      for (int i = 0; i < 100; i++) {
        assertThat(busy.isHeld()).isTrue();
      }
      assertThat(held).isNotDone();
      busy.release();
      assertThat(held.get(10, TimeUnit.SECONDS)).isEqualTo("released");
    }
  }

  private static String hold(BusyStub busy) {
    try {
      return busy.hold();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> CompletableFuture<T> inThread(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, command -> new Thread(command).start());
  }

  /**
   * In the original one awaited promise is six messages: the call, two callbacks, three releases.
   */
  @Test
  void defectD13AnAwaitedPromiseIsOneMessageMoreThanACall() throws IOException {
    overTheWire(
        wire -> {
          long source = Wire.idIn(wire.require(SourceStub.TYPE));
          List<String> frames = wire.frames("MEMBER_CALL", source + ",\"promised\",[7]", 2);
          assertThat(frames.get(0)).startsWith("[\"RETURN\",2,{\"type\":\"promise\",");
          assertThat(frames.get(1)).startsWith("[\"SETTLE\",").endsWith(",7]");
          // Nothing comes behind, nothing has to be given back, and nothing is held.
          assertThat(wire.call(source, "rows", "0")).doesNotContain("row ");
        },
        main -> assertThat(main.registry().objectCount()).isEqualTo(1));
  }

  /** The original sends 4,001 messages for 1,000 rows of 4 fields. */
  @Test
  void defectD14AThousandRowsAreOneMessage() throws IOException {
    overTheWire(
        wire -> {
          long source = Wire.idIn(wire.require(SourceStub.TYPE));
          String answer = wire.call(source, "rows", "1000");
          assertThat(Pattern.compile("\"name\":\"row \\d+\"").matcher(answer).results())
              .hasSize(1_000);
          // The next frame answers the next call: nothing came between.
          assertThat(wire.call(source, "rows", "0")).doesNotContain("row ");
        });
  }

  @ParameterizedTest
  @EnumSource
  void defectD14AThousandRowsAreReadWithoutFurtherCalls(Route route) throws IOException {
    List<Row> rows;
    try (Reached reached = route.reach()) {
      rows = SourceStub.require(reached.remote).rows(1_000);
      assertThat(reached.remote.stubsInUse()).isEqualTo(1);
    }
    assertThat(rows).isEqualTo(IntStream.range(0, 1_000).mapToObj(Row::numbered).toList());
  }
}
