package dev.remora.it.values;

import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteModule;
import java.io.File;
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
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gives back what it is given. */
@RemoteModule(name = "echo", async = true)
public class Echo {

  /** A property that is written and read. */
  public int answer = 42;

  /** A property that may be null. */
  public @Nullable String remark;

  /** A property that is an object. */
  public Ticket current = new NumberedTicket(1);

  /** For renderers. */
  @RemoteConstructor
  public Echo() {}

  /** For renderers. */
  @RemoteConstructor
  public Echo(int answer) {
    this.answer = answer;
  }

  /** A static method. */
  public static int twice(int x) {
    return 2 * x;
  }

  public boolean aBoolean(boolean value) {
    return value;
  }

  public byte aByte(byte value) {
    return value;
  }

  public short aShort(short value) {
    return value;
  }

  public char aChar(char value) {
    return value;
  }

  public int anInt(int value) {
    return value;
  }

  public long aLong(long value) {
    return value;
  }

  public float aFloat(float value) {
    return value;
  }

  public double aDouble(double value) {
    return value;
  }

  public String string(String value) {
    return value;
  }

  public @Nullable String nullableString(@Nullable String value) {
    return value;
  }

  public @Nullable Integer nullableInteger(@Nullable Integer value) {
    return value;
  }

  public Shape shape(Shape value) {
    return value;
  }

  public BigInteger bigInteger(BigInteger value) {
    return value;
  }

  public BigDecimal bigDecimal(BigDecimal value) {
    return value;
  }

  public Instant instant(Instant value) {
    return value;
  }

  public LocalDate localDate(LocalDate value) {
    return value;
  }

  public LocalTime localTime(LocalTime value) {
    return value;
  }

  public LocalDateTime localDateTime(LocalDateTime value) {
    return value;
  }

  public OffsetTime offsetTime(OffsetTime value) {
    return value;
  }

  public OffsetDateTime offsetDateTime(OffsetDateTime value) {
    return value;
  }

  public ZonedDateTime zonedDateTime(ZonedDateTime value) {
    return value;
  }

  public Duration duration(Duration value) {
    return value;
  }

  public Period period(Period value) {
    return value;
  }

  public Year year(Year value) {
    return value;
  }

  public YearMonth yearMonth(YearMonth value) {
    return value;
  }

  public MonthDay monthDay(MonthDay value) {
    return value;
  }

  public ZoneId zoneId(ZoneId value) {
    return value;
  }

  public ZoneOffset zoneOffset(ZoneOffset value) {
    return value;
  }

  public Date date(Date value) {
    return value;
  }

  public UUID uuid(UUID value) {
    return value;
  }

  public Path path(Path value) {
    return value;
  }

  public File file(File value) {
    return value;
  }

  public URI uri(URI value) {
    return value;
  }

  public Locale locale(Locale value) {
    return value;
  }

  public Pattern pattern(Pattern value) {
    return value;
  }

  public Optional<String> optional(Optional<String> value) {
    return value;
  }

  public Optional<Optional<Integer>> nestedOptional(Optional<Optional<Integer>> value) {
    return value;
  }

  public OptionalInt optionalInt(OptionalInt value) {
    return value;
  }

  public OptionalLong optionalLong(OptionalLong value) {
    return value;
  }

  public OptionalDouble optionalDouble(OptionalDouble value) {
    return value;
  }

  public Point point(Point value) {
    return value;
  }

  public Page<Point> page(Page<Point> value) {
    return value;
  }

  public Page<Map<String, Page<Shape>>> deepPage(Page<Map<String, Page<Shape>>> value) {
    return value;
  }

  public Everything everything(Everything value) {
    return value;
  }

  public List<Integer> list(List<Integer> value) {
    return value;
  }

  public List<@Nullable String> listWithNulls(List<@Nullable String> value) {
    return value;
  }

  public Set<Shape> set(Set<Shape> value) {
    return value;
  }

  public Collection<Long> collection(Collection<Long> value) {
    return value;
  }

  public Iterable<Double> iterable(Iterable<Double> value) {
    return value;
  }

  public Map<String, List<Point>> map(Map<String, List<Point>> value) {
    return value;
  }

  public Map<Point, Set<String>> mapByRecord(Map<Point, Set<String>> value) {
    return value;
  }

  public List<Map<String, List<Set<Integer>>>> nested(List<Map<String, List<Set<Integer>>>> value) {
    return value;
  }

  public boolean[] booleans(boolean[] value) {
    return value;
  }

  public short[] shorts(short[] value) {
    return value;
  }

  public char[] chars(char[] value) {
    return value;
  }

  public int[] ints(int[] value) {
    return value;
  }

  public long[] longs(long[] value) {
    return value;
  }

  public float[] floats(float[] value) {
    return value;
  }

  public double[] doubles(double[] value) {
    return value;
  }

  public String[] strings(String[] value) {
    return value;
  }

  public int[][] matrix(int[][] value) {
    return value;
  }

  public Point[][][] cube(Point[][][] value) {
    return value;
  }

  public byte[] bytes(byte[] value) {
    return value;
  }

  public List<byte[]> manyBytes(List<byte[]> value) {
    return value;
  }

  public ByteBuffer buffer(ByteBuffer value) {
    return value;
  }

  public int sum(int first, int... others) {
    int sum = first;
    for (int other : others) {
      sum += other;
    }
    return sum;
  }

  public Exception exception(Exception value) {
    return value;
  }

  /** Says what a value looked like in the main process. */
  public String describe(String value) {
    return value.length() + ":" + value.codePoints().mapToObj(Integer::toHexString).toList();
  }

  public Ticket ticket(int number) {
    return new NumberedTicket(number);
  }

  /** An object that went out as an interface comes home as itself. */
  public boolean isOriginal(Ticket ticket, int number) {
    return ticket instanceof NumberedTicket original && original.number() == number;
  }

  public List<Ticket> tickets(int count) {
    return IntStream.range(0, count).<Ticket>mapToObj(NumberedTicket::new).toList();
  }

  public int sumOf(List<Ticket> tickets) {
    return tickets.stream().mapToInt(Ticket::number).sum();
  }

  public Broken broken() {
    return new Broken();
  }

  public void takeBroken(Broken broken) {
    broken.getText();
  }

  /** Breaks its word. */
  @SuppressWarnings("NullAway") // which is the point
  public String nullAgainstItsWord() {
    return null;
  }

  /** What is returned by methods that return {@link Ticket}. */
  private record NumberedTicket(int number) implements Ticket {}
}
