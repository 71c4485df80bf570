package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.electron.PrintName.Parcel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 4 to 12 and 62 to 71: values arrive as they were, of the class that they were. */
@SuppressWarnings("JavaUtilDate") // whoever has it in his signatures wants it to cross
final class ElectronValueIT {

  /** What a test does with the module. */
  private interface Use {
    void of(PrintNameStub values);
  }

  private static void over(Route route, Use use) throws IOException {
    try (Reached reached = route.reach()) {
      use.of(PrintNameStub.require(reached.remote));
    }
  }

  @ParameterizedTest
  @EnumSource
  void case4ArraysSurvive(Route route) throws IOException {
    List<Row> rows = List.of(Row.numbered(1), Row.numbered(2));
    over(route, values -> assertThat(values.rows(rows)).isEqualTo(rows));
  }

  @ParameterizedTest
  @EnumSource
  void case5BuffersSurvive(Route route) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap("some text".getBytes(StandardCharsets.UTF_8));
    over(route, values -> assertThat(values.echo(buffer)).isEqualTo(buffer));
  }

  @ParameterizedTest
  @EnumSource
  void case6BooleansSurvive(Route route) throws IOException {
    over(
        route,
        values -> {
          assertThat(values.echo(true)).isTrue();
          assertThat(values.echo(false)).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource
  void case7DatesSurvive(Route route) throws IOException {
    Date date = new Date(1_700_000_000_123L);
    over(route, values -> assertThat(values.echo(date)).isEqualTo(date));
  }

  @ParameterizedTest
  @EnumSource
  void case8NumbersSurvive(Route route) throws IOException {
    over(route, values -> assertThat(values.echo(42.25)).isEqualTo(42.25));
  }

  @ParameterizedTest
  @EnumSource
  void case9RegularExpressionsSurvive(Route route) throws IOException {
    Pattern pattern = Pattern.compile("^[a/b]+\\.$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    over(
        route,
        values -> {
          assertThat(values.echo(pattern).pattern()).isEqualTo(pattern.pattern());
          assertThat(values.echo(pattern).flags()).isEqualTo(pattern.flags());
        });
  }

  @ParameterizedTest
  @EnumSource
  void case10StringsSurvive(Route route) throws IOException {
    over(
        route,
        values -> assertThat(values.echo("héllo \ud83d\ude00")).isEqualTo("héllo \ud83d\ude00"));
  }

  @ParameterizedTest
  @EnumSource
  void case11ErrorsSurvive(Route route) throws IOException {
    over(
        route,
        values ->
            assertThat(values.error(new IllegalStateException("as a value")))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("as a value"));
  }

  @ParameterizedTest
  @EnumSource
  void case12SimpleObjectsSurvive(Route route) throws IOException {
    Row row = new Row(-1, "", true, -0.0);
    over(route, values -> assertThat(values.rows(List.of(row))).containsExactly(row));
  }

  @ParameterizedTest
  @EnumSource
  void case62NaNSurvivesInBothDirections(Route route) throws IOException {
    over(
        route,
        values -> {
          assertThat(values.isNaN(Double.NaN)).isTrue();
          assertThat(values.isNaN(0)).isFalse();
          assertThat(values.quotient(0, 0)).isNaN();
        });
  }

  @ParameterizedTest
  @EnumSource
  void case63InfinitySurvivesInBothDirections(Route route) throws IOException {
    over(
        route,
        values -> {
          assertThat(values.isPositiveInfinity(Double.POSITIVE_INFINITY)).isTrue();
          assertThat(values.isPositiveInfinity(Double.NEGATIVE_INFINITY)).isFalse();
          assertThat(values.quotient(1, 0)).isEqualTo(Double.POSITIVE_INFINITY);
          assertThat(values.quotient(-1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        });
  }

  @ParameterizedTest
  @EnumSource
  void case64TheClassOfAnArgumentIsKept(Route route) throws IOException {
    over(
        route,
        values -> {
          assertThat(values.print(new byte[] {1})).isEqualTo("byte[]");
          assertThat(values.print(new Parcel("p", ByteBuffer.allocate(1)))).isEqualTo("Parcel");
        });
  }

  @ParameterizedTest
  @EnumSource
  void case65BooleansKeepTheirClass(Route route) throws IOException {
    over(
        route,
        values -> {
          assertThat(values.print(true)).isEqualTo("Boolean");
          assertThat(values.echo(true)).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void case66NumbersKeepTheirClass(Route route) throws IOException {
    over(
        route,
        values -> {
          assertThat(values.print(1.0)).isEqualTo("Double");
          assertThat(values.echo(1.0)).isEqualTo(1.0);
          assertThat(values.echo(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void case67StringsKeepTheirClass(Route route) throws IOException {
    over(
        route,
        values -> {
          assertThat(values.print("NaN")).isEqualTo("String");
          assertThat(values.echo("NaN")).isEqualTo("NaN");
        });
  }

  @ParameterizedTest
  @EnumSource
  void case68DatesKeepTheirClass(Route route) throws IOException {
    Date now = new Date();
    over(
        route,
        values -> {
          assertThat(values.print(now)).isEqualTo("Date");
          assertThat(values.echo(now)).isEqualTo(now);
        });
  }

  @ParameterizedTest
  @EnumSource
  void case69RegularExpressionsKeepTheirClass(Route route) throws IOException {
    over(
        route,
        values -> {
          assertThat(values.print(Pattern.compile("a+b"))).isEqualTo("Pattern");
          assertThat(values.echo(Pattern.compile("a+b")).matcher("aab").matches()).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void case70BuffersSurvivePlainInsideObjectsAndInsideArrays(Route route) throws IOException {
    byte[] buffer = "a buffer".getBytes(StandardCharsets.UTF_8);
    Parcel parcel = new Parcel("inside", ByteBuffer.wrap(buffer));
    over(
        route,
        values -> {
          assertThat(values.echo(buffer)).isEqualTo(buffer);
          assertThat(values.echo(parcel)).isEqualTo(parcel);
          assertThat(values.echo(List.of(buffer, new byte[0])))
              .containsExactly(buffer, new byte[0]);
        });
  }

  @ParameterizedTest
  @EnumSource
  void case71ArrayBuffersSurvive(Route route) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8).putInt(4, 0x01020304).position(2);
    over(route, values -> assertThat(values.echo(buffer)).isEqualTo(buffer));
  }
}
