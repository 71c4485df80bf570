package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.BadArgumentsException;
import dev.remora.EncodingException;
import dev.remora.RemoteInvocationException;
import dev.remora.it.sql.CallableStatementStub;
import dev.remora.it.sql.ConnectionStub;
import dev.remora.it.sql.DatabaseStub;
import dev.remora.it.sql.PreparedStatementStub;
import dev.remora.it.sql.StatementStub;
import dev.remora.it.streams.Contents;
import dev.remora.renderer.RemoteContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.BatchUpdateException;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.ClientInfoStatus;
import java.sql.Connection;
import java.sql.DataTruncation;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interfaces that nobody of us wrote: those of {@code java.sql}. */
final class ForeignInterfacesIT {

  private static Connection connect(Via via) {
    return DatabaseStub.require(via.remote()).connect();
  }

  @ParameterizedTest
  @EnumSource
  void aForeignObjectIsOneStubInAllPlacesAndGoesHomeAsItself(Via via) throws SQLException {
    DatabaseStub database = DatabaseStub.require(via.remote());
    Connection connection = database.connect();

    assertThat(connection).isInstanceOf(ConnectionStub.class).isSameAs(database.connect());
    assertThat(database.all()).containsExactly(connection);
    assertThat(connection.createStatement().getConnection()).isSameAs(connection);
    assertThat(database.isOurs(connection)).isTrue();

    AtomicReference<Connection> lent = new AtomicReference<>();
    database.with(lent::set);
    assertThat(lent.get()).isSameAs(connection);
  }

  @ParameterizedTest
  @EnumSource
  void theMostSpecificListedInterfaceTravels(Via via) throws SQLException {
    Connection connection = connect(via);

    Statement plain = connection.createStatement();
    Statement more =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);

    assertThat(plain).isInstanceOf(StatementStub.class).isNotInstanceOf(PreparedStatement.class);
    assertThat(more).isInstanceOf(CallableStatementStub.class);
    assertThat(more).isInstanceOf(PreparedStatement.class).isInstanceOf(CallableStatement.class);
    assertThat(connection.prepareStatement("x")).isInstanceOf(PreparedStatementStub.class);
    // Home it may go as what it extends.
    assertThat(DatabaseStub.require(via.remote()).isFake(more)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anObjectParameterTakesEachValueOfTheClosedSetAndGivesItBackAsTheSameType(Via via)
      throws SQLException {
    for (Object value : closedSet()) {
      PreparedStatement statement = connect(via).prepareStatement("select ?");
      statement.setObject(1, value);
      Object back = statement.executeQuery().getObject(1);
      assertThat(back).isEqualTo(value).hasSameClassAs(value);
    }
  }

  private static List<Object> closedSet() {
    return List.of(
        "text \ud800",
        true,
        (byte) 1,
        (short) 2,
        'c',
        3,
        Long.MAX_VALUE,
        4.5f,
        Double.NaN,
        new BigDecimal("1.500"),
        BigInteger.TWO.pow(80),
        new byte[] {1, 2, 3},
        UUID.randomUUID(),
        java.util.Date.from(Instant.ofEpochMilli(5)),
        Date.valueOf("2024-02-29"),
        new Time(Time.valueOf("23:59:59").getTime() + 7),
        Timestamp.valueOf("2024-10-27 02:30:00.123456789"),
        Instant.EPOCH,
        LocalDate.EPOCH,
        LocalTime.NOON,
        LocalDateTime.MAX,
        OffsetDateTime.MIN,
        ZonedDateTime.of(LocalDateTime.of(2024, 1, 1, 0, 0), ZoneId.of("Europe/Berlin")),
        Duration.ofDays(1),
        new int[] {1, 2},
        new double[] {Double.NEGATIVE_INFINITY},
        new String[] {"a", "b"},
        new Integer[][] {{1}, {2, 3}},
        new byte[][] {{1}, {}},
        new Object[] {"mixed", 1L, new Object[] {'x'}});
  }

  @ParameterizedTest
  @EnumSource
  void nullListsMapsAndReferencesAreDynamicValuesToo(Via via) throws SQLException {
    Connection connection = connect(via);
    Blob blob = connection.createBlob();
    PreparedStatement statement = connection.prepareStatement("select ?");
    statement.setObject(1, null);
    statement.setObject(2, Arrays.asList(1, null, List.of("x"), blob));
    statement.setObject(3, Map.of("key", 1L));
    statement.setObject(4, Set.of('s'));
    statement.setObject(5, new Blob[] {blob});
    statement.setBlob(6, blob);

    ResultSet row = statement.executeQuery();
    assertThat(row.getObject(1)).isNull();
    assertThat(row.getObject(2)).isEqualTo(Arrays.asList(1, null, List.of("x"), blob));
    assertThat(row.getObject(3)).isEqualTo(Map.of("key", 1L));
    assertThat(row.getObject(4)).isEqualTo(Set.of('s'));
    assertThat(row.getObject(5)).isEqualTo(new Blob[] {blob});
    assertThat(row.getObject(6)).isSameAs(blob);
    assertThat(((Blob) row.getObject(6)).getBytes(9, 2)).containsExactly(9, 0);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotInTheClosedSetIsRefusedOnEitherSideByName(Via via) throws SQLException {
    PreparedStatement statement = connect(via).prepareStatement("select ?");

    assertThatThrownBy(() -> statement.setObject(1, new BitSet()))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("java.util.BitSet is neither a listed interface nor one of");
    assertThatThrownBy(() -> statement.setObject(1, Thread.State.NEW))
        .isInstanceOf(EncodingException.class);
    ResultSet odd = statement.executeQuery("odd");
    assertThatThrownBy(() -> odd.getObject(1))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("java.util.BitSet");
    ResultSet wide = statement.executeQuery("wide");
    assertThatThrownBy(() -> wide.getObject(2))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("java.lang.Comparable[]");
  }

  @ParameterizedTest
  @EnumSource
  void aRenderersOwnImplementationIsRefusedBecauseOnlyStubsGoHome(Via via) throws SQLException {
    PreparedStatement statement = connect(via).prepareStatement("select ?");
    Blob own =
        (Blob)
            java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Blob.class}, (p, m, a) -> null);

    assertThatThrownBy(() -> statement.setBlob(1, own))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("only stubs can go home as java.sql.Blob");
  }

  @ParameterizedTest
  @EnumSource
  void aClassArgumentTellsWhatTheResultIs(Via via) throws SQLException {
    Connection connection = connect(via);
    PreparedStatement statement = connection.prepareStatement("select ?");
    statement.setObject(1, 5);
    ResultSet row = statement.executeQuery();

    assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
    assertThat(connection.unwrap(String.class)).isEqualTo("a string");
    assertThat(connection.isWrapperFor(Blob.class)).isTrue();
    assertThat(connection.isWrapperFor(byte[].class)).isTrue();
    assertThat(connection.isWrapperFor(Statement.class)).isFalse();
    assertThat(row.getObject(1, Integer.class)).isEqualTo(5);
    assertThat(row.getObject(1, Timestamp.class)).isEqualTo(new Timestamp(0));
    assertThatThrownBy(() -> connection.unwrap(Blob.class))
        .isInstanceOf(SQLException.class)
        .hasMessage("not a wrapper for java.sql.Blob");
    assertThatThrownBy(() -> connection.isWrapperFor(Thread.class))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("the class java.lang.Thread cannot cross");
  }

  @ParameterizedTest
  @EnumSource
  void calendarsSqlTypesPropertiesAndExecutorsCross(Via via) throws SQLException {
    Connection connection = connect(via);
    PreparedStatement statement = connection.prepareStatement("select ?");
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"));
    statement.setDate(1, Date.valueOf("2024-02-29"), calendar);
    statement.setObject(2, 1, JDBCType.NUMERIC);
    statement.setBigDecimal(3, new BigDecimal("1.50"));
    ResultSet row = statement.executeQuery();
    assertThat(row.getString(1)).isEqualTo("2024-02-29 in Asia/Tokyo");
    assertThat(row.getString(2)).isEqualTo("1 as NUMERIC");

    Properties properties = new Properties(new Properties());
    properties.setProperty("ApplicationName", "test");
    connection.setClientInfo(properties);
    assertThat(connection.getClientInfo()).isEqualTo(properties);

    connection.abort(Runnable::run);
    assertThat(connection.isClosed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void streamsAreReadWhenTheStatementRuns(Via via) throws Exception {
    Connection connection = connect(via);
    PreparedStatement statement = connection.prepareStatement("select ?, ?");
    byte[] bytes = Contents.bytes(1 << 20);
    String text = Contents.text(100_000);
    statement.setBinaryStream(1, new ByteArrayInputStream(bytes));
    statement.setCharacterStream(2, new StringReader(text));
    ResultSet row = statement.executeQuery();
    try (InputStream in = row.getBinaryStream(1)) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
    StringWriter read = new StringWriter();
    row.getCharacterStream(2).transferTo(read);
    assertThat(read.toString()).isEqualTo(text);

    Blob blob = connection.createBlob();
    try (OutputStream out = blob.setBinaryStream(1)) {
      out.write(bytes);
    }
    assertThat(blob.getBinaryStream().readAllBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatBreaksBreaksTheStatement(Via via) throws SQLException {
    PreparedStatement statement = connect(via).prepareStatement("select ?");
    statement.setBinaryStream(1, new Contents.Bytes(new AtomicInteger(), 100_000, 50_000));
    assertThatThrownBy(statement::executeQuery)
        .isInstanceOf(SQLException.class)
        .hasMessage("a stream broke")
        .rootCause()
        .hasMessageContaining("torn at 50000");
  }

  @ParameterizedTest
  @EnumSource
  void defaultMethodsAreServedByTheObject(Via via) throws SQLException {
    assertThat(connect(via).createStatement().enquoteLiteral("x")).isEqualTo("<x>");
  }

  @ParameterizedTest
  @EnumSource
  void membersThatCannotCrossThrowTheReasonAndAskNobody(Via via) throws SQLException {
    Array array = connect(via).createArrayOf("text", new Object[] {"a"});

    assertThat((Object[]) array.getArray()).containsExactly("a");
    assertThat(array.getBaseTypeName()).isEqualTo("text");
    assertThatThrownBy(() -> array.getArray(Map.of()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Array.getArray(Map<String, Class<?>>) cannot cross processes")
        .hasMessageContaining("java.lang.Class");
  }

  @ParameterizedTest
  @EnumSource
  void sqlExceptionsArriveWithAllThatTheyKnow(Via via) throws SQLException {
    Statement statement = connect(via).createStatement();

    assertThatThrownBy(() -> statement.executeQuery("unknown"))
        .isExactlyInstanceOf(SQLException.class)
        .hasMessage("unknown: unknown")
        .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42601"))
        .satisfies(e -> assertThat(((SQLException) e).getErrorCode()).isEqualTo(-1));
    assertThatThrownBy(() -> statement.executeQuery("time"))
        .isExactlyInstanceOf(SQLTimeoutException.class);
    assertThatThrownBy(() -> statement.executeQuery("plain"))
        .isExactlyInstanceOf(SQLException.class)
        .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isNull())
        .cause()
        .isInstanceOf(RemoteInvocationException.class)
        .hasMessageContaining("inner");
    assertThatThrownBy(() -> statement.executeQuery("driver"))
        .isExactlyInstanceOf(SQLSyntaxErrorException.class)
        .hasMessage("near 'selct'")
        .satisfies(e -> assertThat(((SQLException) e).getErrorCode()).isEqualTo(42000));
    assertThatThrownBy(() -> statement.executeQuery("truncated"))
        .isExactlyInstanceOf(DataTruncation.class)
        .satisfies(e -> assertThat(((DataTruncation) e).getDataSize()).isEqualTo(20))
        .satisfies(e -> assertThat(((DataTruncation) e).getParameter()).isTrue());
    assertThatThrownBy(() -> statement.setPoolable(true))
        .isExactlyInstanceOf(SQLFeatureNotSupportedException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aFailedBatchArrivesWithItsCountsAndItsChain(Via via) throws SQLException {
    Statement statement = connect(via).createStatement();

    assertThatThrownBy(statement::executeBatch)
        .isInstanceOfSatisfying(
            BatchUpdateException.class,
            e -> {
              assertThat(e.getUpdateCounts()).containsExactly(1, -3, -3);
              assertThat(e.getLargeUpdateCounts()).containsExactly(1, -3, -3);
              assertThat(e.getCause()).hasMessageContaining("disk");
              SQLException next = e.getNextException();
              assertThat((Throwable) next)
                  .isInstanceOf(SQLIntegrityConstraintViolationException.class);
              assertThat(next.getCause()).hasMessageContaining("key");
              assertThat(next.getNextException().getErrorCode()).isEqualTo(1);
              assertThat((Throwable) next.getNextException().getNextException())
                  .hasMessage("row 2");
            });
  }

  @ParameterizedTest
  @EnumSource
  void warningsArriveAsValuesWithTheirChain(Via via) throws SQLException {
    SQLWarning warning = connect(via).getWarnings();

    assertThat((Throwable) warning).isExactlyInstanceOf(SQLWarning.class).hasMessage("careful");
    assertThat(warning.getNextWarning().getErrorCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void clientInfoThatFailsArrivesWithThePropertiesThatFailed(Via via) {
    Connection connection = connect(via);

    assertThatThrownBy(() -> connection.setClientInfo("colour", "red"))
        .isInstanceOfSatisfying(
            SQLClientInfoException.class,
            e ->
                assertThat(e.getFailedProperties())
                    .isEqualTo(Map.of("colour", ClientInfoStatus.REASON_UNKNOWN_PROPERTY)));
  }

  @ParameterizedTest
  @EnumSource
  void aStubOfAnotherContextIsRefusedInAnObjectParameter(Via via) throws SQLException {
    PreparedStatement statement = connect(via).prepareStatement("select ?");
    try (RemoteContext other = via.connect()) {
      Blob elsewhere = DatabaseStub.require(other).connect().createBlob();
      assertThatThrownBy(() -> statement.setObject(1, elsewhere))
          .isInstanceOfAny(EncodingException.class, BadArgumentsException.class);
    }
  }
}
