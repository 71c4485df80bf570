package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.loose.LooseStub;
import dev.remora.EncodingException;
import dev.remora.RemoteInvocationException;
import dev.remora.it.values.Broken;
import dev.remora.it.values.Bytes;
import dev.remora.it.values.EchoStub;
import dev.remora.it.values.Everything;
import dev.remora.it.values.Page;
import dev.remora.it.values.Point;
import dev.remora.it.values.Shape;
import dev.remora.it.values.Ticket;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of value of the design's third section goes to the main process and comes back as it
 * was.
 */
final class ValueContractIT {

  private static EchoStub echo(Via via) {
    return EchoStub.require(via.remote());
  }

  @SafeVarargs
  private static <T> void survives(UnaryOperator<T> echo, T... values) {
    for (T value : values) {
      assertThat(echo.apply(value)).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void integersSurviveWithTheirExtremes(Via via) {
    EchoStub echo = echo(via);
    survives(echo::aBoolean, true, false);
    survives(echo::aByte, Byte.MIN_VALUE, (byte) 0, Byte.MAX_VALUE);
    survives(echo::aShort, Short.MIN_VALUE, (short) -1, Short.MAX_VALUE);
    survives(echo::anInt, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
    survives(echo::aLong, Long.MIN_VALUE, -1L, (1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE);
    survives(echo::aChar, '\0', 'a', '"', '\\', 'é', '\u2028', '\ud83d', '\uffff');
  }

  @ParameterizedTest
  @EnumSource
  void everyByteAndCharSurvives(Via via) {
    EchoStub echo = echo(via);
    for (int b = Byte.MIN_VALUE; b <= Byte.MAX_VALUE; b++) {
      assertThat(echo.aByte((byte) b)).isEqualTo((byte) b);
    }
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      all.append((char) c);
    }
    survives(echo::string, all.toString(), all.reverse().toString());
  }

  @ParameterizedTest
  @EnumSource
  void floatingPointSurvivesToTheBit(Via via) {
    EchoStub echo = echo(via);
    double[] doubles = {
      0.0,
      -0.0,
      Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      0.1,
      1e22,
      Math.PI
    };
    for (double value : doubles) {
      assertThat(Double.doubleToLongBits(echo.aDouble(value)))
          .isEqualTo(Double.doubleToLongBits(value));
    }
    float[] floats = {
      -0.0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 0.1f
    };
    for (float value : floats) {
      assertThat(Float.floatToIntBits(echo.aFloat(value))).isEqualTo(Float.floatToIntBits(value));
    }
    assertThat(echo.doubles(doubles)).isEqualTo(doubles);
    assertThat(echo.floats(floats)).isEqualTo(floats);
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      assertThat(Double.doubleToLongBits(echo.aDouble(value)))
          .isEqualTo(Double.doubleToLongBits(value));
    }
  }

  @ParameterizedTest
  @EnumSource
  void stringsSurviveEmptyHugeAndBroken(Via via) {
    EchoStub echo = echo(via);
    survives(
        echo::string,
        "",
        " ",
        "null",
        "\"\\\b\f\n\r\t\u0000",
        "{\"type\":\"value\"}",
        "äöü €",
        "\ud83d\ude00",
        "\ud83d",
        "\ude00",
        "\ude00\ud83d",
        "x\ud83dx\ude00x");
    survives(echo::string, "x".repeat(20_000_000), "é\ud83d\ude00".repeat(1_000_000));
    assertThat(echo.describe("a\ud83d")).isEqualTo("2:[61, d83d]");
  }

  @ParameterizedTest
  @EnumSource
  void nullStandsWhereItMay(Via via) {
    EchoStub echo = echo(via);
    assertThat(echo.nullableString(null)).isNull();
    assertThat(echo.nullableString("null")).isEqualTo("null");
    assertThat(echo.nullableInteger(null)).isNull();
    assertThat(echo.nullableInteger(7)).isEqualTo(7);
    assertThat(echo.listWithNulls(Arrays.asList("a", null, "b"))).containsExactly("a", null, "b");
    echo.remark(null);
    assertThat(echo.remark()).isNull();
    LooseStub loose = LooseStub.require(via.remote());
    assertThat(loose.string(null)).isNull();
    assertThat(loose.nested(null)).isNull();
    assertThat(loose.bytes(null)).isNull();
    assertThat(loose.same(null)).isNull();
    assertThat(loose.same(loose)).isSameAs(loose);
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put(null, 1);
    map.put("none", null);
    List<Map<String, Integer>> nested = Arrays.asList(map, null, Map.of());
    assertThat(loose.nested(nested)).isEqualTo(nested);
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("NullAway") // the point is what happens to those who do not use it
  void nullIsAClearErrorWhereItMayNotStand(Via via) {
    EchoStub echo = echo(via);
    assertThatThrownBy(() -> echo.string(null))
        .isInstanceOf(EncodingException.class)
        .hasMessageMatching("argument 1 of echo#\\d+\\.string must not be null");
    assertThatThrownBy(() -> echo.list(Arrays.asList(1, null)))
        .isInstanceOf(EncodingException.class)
        .hasMessageMatching(
            "argument 1 of echo#\\d+\\.list contains null, where java.lang.Integer must not be null");
    assertThatThrownBy(echo::nullAgainstItsWord)
        .isInstanceOf(EncodingException.class)
        .hasMessageMatching("the result of echo#\\d+\\.nullAgainstItsWord must not be null");
    assertThat(echo.anInt(1)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void bigNumbersSurviveWithTheirScale(Via via) {
    EchoStub echo = echo(via);
    survives(
        echo::bigInteger,
        BigInteger.ZERO,
        BigInteger.TWO.pow(3_000).negate(),
        BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE));
    survives(
        echo::bigDecimal,
        new BigDecimal("0.00"),
        new BigDecimal("1E+1000"),
        new BigDecimal("-123456789012345678901234567890.123456789012345678901234567890"));
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("JavaUtilDate") // whoever has it in his records wants it to cross
  void timesSurviveWithTheirExtremes(Via via) {
    EchoStub echo = echo(via);
    survives(
        echo::instant,
        Instant.MIN,
        Instant.EPOCH,
        Instant.ofEpochSecond(1, 123_456_789),
        Instant.MAX);
    survives(echo::localDate, LocalDate.MIN, LocalDate.EPOCH, LocalDate.MAX);
    survives(echo::localTime, LocalTime.MIN, LocalTime.MAX);
    survives(echo::localDateTime, LocalDateTime.MIN, LocalDateTime.MAX);
    survives(echo::offsetTime, OffsetTime.MIN, OffsetTime.MAX);
    survives(echo::offsetDateTime, OffsetDateTime.MIN, OffsetDateTime.MAX);
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ZonedDateTime twice = ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, berlin);
    survives(
        echo::zonedDateTime,
        twice.withEarlierOffsetAtOverlap(),
        twice.withLaterOffsetAtOverlap(),
        ZonedDateTime.of(LocalDateTime.MIN, ZoneOffset.UTC));
    survives(
        echo::duration,
        Duration.ZERO,
        Duration.ofSeconds(Long.MIN_VALUE),
        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
        Duration.ofNanos(-1));
    survives(echo::period, Period.ZERO, Period.of(-1, 13, Integer.MAX_VALUE));
    survives(
        echo::year, Year.of(Year.MIN_VALUE), Year.of(0), Year.of(2026), Year.of(Year.MAX_VALUE));
    survives(echo::yearMonth, YearMonth.of(-5, 1), YearMonth.of(2026, 11));
    survives(echo::monthDay, MonthDay.of(2, 29));
    survives(echo::zoneId, berlin, ZoneId.of("UTC"), ZoneOffset.ofHours(-5));
    survives(echo::zoneOffset, ZoneOffset.MIN, ZoneOffset.UTC, ZoneOffset.MAX);
    survives(echo::date, new Date(0), new Date(1_234_567_890_123L));
  }

  @ParameterizedTest
  @EnumSource
  void namesAndPlacesSurvive(Via via) {
    EchoStub echo = echo(via);
    survives(echo::uuid, new UUID(0, 0), new UUID(-1, Long.MIN_VALUE));
    survives(echo::path, Path.of(""), Path.of("/"), Path.of("a b/../ü"));
    survives(echo::file, new File(""), new File("a/b"));
    survives(echo::uri, URI.create(""), URI.create("urn:x:%20?q#f"));
    survives(echo::locale, Locale.ROOT, Locale.GERMANY, Locale.forLanguageTag("zh-Hant-TW"));
    Pattern pattern = echo.pattern(Pattern.compile("a/b\\.+", Pattern.CASE_INSENSITIVE));
    assertThat(pattern.pattern()).isEqualTo("a/b\\.+");
    assertThat(pattern.flags()).isEqualTo(Pattern.CASE_INSENSITIVE);
  }

  @ParameterizedTest
  @EnumSource
  void enumsSurviveWhateverTheirBodiesAndTexts(Via via) {
    EchoStub echo = echo(via);
    survives(echo::shape, Shape.values());
    survives(echo::set, Set.of(), new LinkedHashSet<>(List.of(Shape.SQUARE, Shape.CIRCLE)));
  }

  @ParameterizedTest
  @EnumSource
  void optionalsSurviveAtAnyDepth(Via via) {
    EchoStub echo = echo(via);
    survives(echo::optional, Optional.empty(), Optional.of(""), Optional.of("x"));
    survives(
        echo::nestedOptional,
        Optional.empty(),
        Optional.of(Optional.empty()),
        Optional.of(Optional.of(3)));
    survives(echo::optionalInt, OptionalInt.empty(), OptionalInt.of(0));
    survives(echo::optionalLong, OptionalLong.empty(), OptionalLong.of(Long.MIN_VALUE));
    survives(echo::optionalDouble, OptionalDouble.empty(), OptionalDouble.of(Double.NaN));
  }

  @ParameterizedTest
  @EnumSource
  void collectionsSurviveAtAnyDepth(Via via) {
    EchoStub echo = echo(via);
    survives(echo::list, List.of(), List.of(1, -2, 3), Collections.nCopies(100_000, 7));
    survives(echo::nested, List.of(Map.of("a", List.of(Set.of(1), Set.of()))));
    survives(echo::map, Map.of(), Map.of("k", List.of(new Point(1, 2, 3)), "", List.<Point>of()));
    survives(echo::mapByRecord, Map.of(new Point(1, 2, 3), Set.of("x")));
    assertThat(echo.collection(List.of(1L, 2L))).containsExactly(1L, 2L);
    assertThat(echo.iterable(List.of(1.5, Double.NaN))).containsExactly(1.5, Double.NaN);
    List<Integer> mutable = echo.list(List.of(1));
    mutable.add(2);
    assertThat(mutable).containsExactly(1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void arraysSurviveInAllDimensions(Via via) {
    EchoStub echo = echo(via);
    assertThat(echo.booleans(new boolean[] {true, false})).containsExactly(true, false);
    assertThat(echo.shorts(new short[] {-1, 2})).containsExactly((short) -1, (short) 2);
    assertThat(echo.chars("a\ud83d".toCharArray())).isEqualTo("a\ud83d".toCharArray());
    assertThat(echo.ints(new int[0])).isEmpty();
    int[] many = new Random(1).ints(100_000).toArray();
    assertThat(echo.ints(many)).isEqualTo(many);
    assertThat(echo.longs(new long[] {Long.MIN_VALUE})).containsExactly(Long.MIN_VALUE);
    assertThat(echo.strings(new String[] {"a", ""})).containsExactly("a", "");
    assertThat(echo.matrix(new int[][] {{1, 2}, {}, {3}}))
        .isDeepEqualTo(new int[][] {{1, 2}, {}, {3}});
    Point[][][] cube = {{{new Point(1, 2, 3)}, {}}, {}};
    assertThat(Arrays.deepEquals(echo.cube(cube), cube)).isTrue();
    assertThat(echo.sum(1)).isEqualTo(1);
    assertThat(echo.sum(1, 2, 3)).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void buffersSurviveUpTo64MiB(Via via) {
    EchoStub echo = echo(via);
    for (int size : new int[] {0, 1, 65_535, 65_536, 65_537, 1 << 20, 64 << 20}) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      assertThat(Arrays.equals(echo.bytes(bytes), bytes)).isTrue();
    }
    ByteBuffer part = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}, 1, 2);
    assertThat(echo.buffer(part)).isEqualTo(part);
    assertThat(part.remaining()).isEqualTo(2);
    List<byte[]> many = List.of(new byte[] {1}, new byte[0], new byte[] {2, 3});
    assertThat(echo.manyBytes(many)).usingRecursiveComparison().isEqualTo(many);
  }

  @ParameterizedTest
  @EnumSource
  void bothSidesMayWriteMuchAtTheSameTime(Via via) {
    EchoStub echo = echo(via);
    byte[] bytes = new byte[3 << 20];
    new Random(3).nextBytes(bytes);
    boolean same =
        IntStream.range(0, 64)
            .parallel()
            .allMatch(i -> Arrays.equals(echo.bytes(bytes), bytes) && echo.anInt(i) == i);
    assertThat(same).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void recordsSurviveWithAllTheyHold(Via via) {
    EchoStub echo = echo(via);
    survives(echo::point, new Point(0, Long.MIN_VALUE, -0.0), new Point(7, 1L << 60, Double.NaN));
    Page<Point> page = new Page<>(List.of(new Point(1, 2, 3)), 4);
    survives(echo::page, page);
    survives(
        echo::deepPage, new Page<>(List.of(Map.of("k", new Page<>(List.of(Shape.SQUARE), 1))), 2));
    List<Ticket> tickets = echo.tickets(3);
    Everything everything =
        new Everything(
            true,
            (byte) -1,
            '\ud83d',
            (1L << 53) + 1,
            Float.MIN_VALUE,
            Double.NEGATIVE_INFINITY,
            "lone \ude00",
            null,
            Shape.SQUARE,
            BigInteger.TWO.pow(99),
            new BigDecimal("1.00"),
            Instant.MAX,
            LocalDate.MIN,
            OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.ofHours(5)),
            ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneId.of("Asia/Tokyo")),
            Duration.ofNanos(1),
            new UUID(1, 2),
            URI.create("a:b"),
            Path.of("x", "y"),
            Optional.of("o"),
            new ArrayList<>(List.of(new Point(1, 2, 3))),
            Set.of(Shape.CIRCLE),
            Map.of("m", List.of(1, 2)),
            page,
            Bytes.of((byte) 0, (byte) -128, (byte) 127),
            tickets);
    Everything returned = echo.everything(everything);
    assertThat(returned).isEqualTo(everything);
    assertThat(returned.tickets().get(2)).isSameAs(tickets.get(2));
  }

  @ParameterizedTest
  @EnumSource
  void objectsInCollectionsAreStubsAndComeHome(Via via) {
    EchoStub echo = echo(via);
    List<Ticket> tickets = echo.tickets(100);
    assertThat(tickets.get(42).number()).isEqualTo(42);
    assertThat(echo.sumOf(tickets)).isEqualTo(4950);
    assertThat(echo.isOriginal(echo.ticket(5), 5)).isTrue();
    Ticket mine = () -> 5;
    assertThatThrownBy(() -> echo.isOriginal(mine, 5))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("only stubs can go home as dev.remora.it.values.Ticket");
  }

  @ParameterizedTest
  @EnumSource
  void propertiesConstructorsAndStaticsWork(Via via) {
    EchoStub echo = EchoStub.construct(via.remote(), 5);
    assertThat(echo.answer()).isEqualTo(5);
    echo.answer(43);
    assertThat(echo.answer()).isEqualTo(43);
    Ticket ticket = echo.ticket(9);
    echo.current(ticket);
    assertThat(echo.current()).isSameAs(ticket);
    assertThat(EchoStub.construct(via.remote()).answer()).isEqualTo(42);
    assertThat(EchoStub.twice(via.remote(), 21)).isEqualTo(42);
  }

  @ParameterizedTest
  @EnumSource
  void exceptionsCrossAsValues(Via via) {
    EchoStub echo = echo(via);
    assertThat(echo.exception(new IOException("io", new IllegalStateException("why"))))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("io")
        .cause()
        .hasMessage("java.lang.IllegalStateException: why");
    assertThat(echo.exception(new UnheardOfException("new")))
        .isInstanceOf(RemoteInvocationException.class)
        .hasMessageContaining("UnheardOfException: new");
  }

  private static final class UnheardOfException extends Exception {
    private static final long serialVersionUID = 1L;

    UnheardOfException(String message) {
      super(message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGetterThatThrowsIsAnErrorAndTheNextCallWorks(Via via) {
    EchoStub echo = echo(via);
    assertThatThrownBy(echo::broken)
        .isInstanceOf(EncodingException.class)
        .hasMessageMatching(
            "cannot write the result of echo#\\d+\\.broken: java.lang.IllegalStateException: nothing to"
                + " get");
    assertThat(echo.anInt(1)).isEqualTo(1);
    assertThatThrownBy(() -> echo.takeBroken(new Broken()))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("takeBroken")
        .hasMessageContaining("nothing to get");
    assertThat(echo.anInt(2)).isEqualTo(2);
  }
}
