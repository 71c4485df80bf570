package dev.remora.examples.database.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.remora.EncodingException;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real driver answers arrives through a stub as what the driver itself would have given. */
final class SameAnswersTest {
  private static final String URL = "jdbc:h2:mem:same";

  private Connection direct;
  private MainProcess main;
  private RemoteContext remote;
  private Connection stub;

  @BeforeEach
  void connect() throws SQLException {
    direct = DriverManager.getConnection(URL);
    main = MainProcess.builder().export(new Database(URL)).start();
    remote = RemoteContext.connect(main);
    stub = DatabaseStub.require(remote).connect();
  }

  @AfterEach
  void close() throws SQLException {
    stub.close();
    remote.close();
    main.close();
    direct.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "cast(1 as tinyint)",
        "cast(1 as smallint)",
        "1",
        "cast(1 as bigint)",
        "cast(1.5 as real)",
        "cast(1.5 as double precision)",
        "1.50",
        "cast(1.25 as decfloat)",
        "'text'",
        "cast('x' as char(3))",
        "x'0102'",
        "cast(x'0102' as blob)",
        "cast('text' as clob)",
        "date '2024-02-29'",
        "time '23:59:59.123456'",
        "time with time zone '10:00:00+02'",
        "timestamp '2024-10-27 02:30:00.123456789'",
        "timestamp with time zone '2024-10-27 02:30:00.5+02'",
        "array[1, null]",
        "array[array['a'], array['b', 'c']]",
        "row(1, 'x')",
        "uuid '00000000-0000-0000-0000-000000000001'",
        "json '{\"a\":1}'",
        "cast('a' as enum('a', 'b'))",
        "cast(null as int)"
      })
  void aColumnHasTheSameTypeAndValue(String expression) throws SQLException {
    try (Statement here = direct.createStatement();
        Statement there = stub.createStatement();
        ResultSet expected = here.executeQuery("select " + expression);
        ResultSet actual = there.executeQuery("select " + expression)) {
      expected.next();
      actual.next();

      assertAlike(actual.getObject(1), expected.getObject(1));
      assertThat(actual.wasNull()).isEqualTo(expected.wasNull());
      assertThat(actual.getString(1)).isEqualTo(expected.getString(1));
      ResultSetMetaData column = actual.getMetaData();
      assertThat(column.getColumnType(1)).isEqualTo(expected.getMetaData().getColumnType(1));
      assertThat(column.getColumnClassName(1))
          .isEqualTo(expected.getMetaData().getColumnClassName(1));
    }
  }

  private static void assertAlike(Object actual, Object expected) throws SQLException {
    if (expected instanceof Array array) {
      Object[] elements = (Object[]) array.getArray();
      Object[] arrived = (Object[]) ((Array) actual).getArray();
      assertThat(arrived).hasSameSizeAs(elements).hasSameClassAs(elements);
      for (int i = 0; i < elements.length; i++) {
        assertAlike(arrived[i], elements[i]); // arrays of arrays too
      }
    } else if (expected instanceof Blob blob) {
      assertThat(((Blob) actual).getBytes(1, 100)).isEqualTo(blob.getBytes(1, 100));
    } else if (expected instanceof Clob clob) {
      assertThat(((Clob) actual).getSubString(1, 100)).isEqualTo(clob.getSubString(1, 100));
    } else if (expected instanceof ResultSet row) {
      row.next();
      ((ResultSet) actual).next();
      assertThat(((ResultSet) actual).getObject(2)).isEqualTo(row.getObject(2));
    } else {
      assertThat(actual).isEqualTo(expected);
      assertThat(actual == null ? null : actual.getClass())
          .isEqualTo(expected == null ? null : expected.getClass());
    }
  }

  static Object[] parameters() {
    return new Object[] {
      "text",
      1,
      1L,
      1.5,
      new BigDecimal("1.50"),
      true,
      new byte[] {1, 2},
      UUID.randomUUID(),
      Date.valueOf("2024-02-29"),
      Time.valueOf("23:59:59"),
      Timestamp.valueOf("2024-10-27 02:30:00.123456789"),
      LocalDate.EPOCH,
      OffsetDateTime.parse("2024-10-27T02:30:00.5+02:00"),
      new Integer[] {1, 2}
    };
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void aParameterArrivesAsTheSameTypeAndValue(Object parameter) throws SQLException {
    assertThat(described(stub, parameter)).isEqualTo(described(direct, parameter));
  }

  private static String described(Connection connection, Object parameter) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select ?")) {
      select.setObject(1, parameter);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return "%s %s".formatted(row.getMetaData().getColumnTypeName(1), row.getString(1));
      }
    }
  }

  /** There are over a hundred of them, so this asks by reflection. */
  @Test
  void theDatabaseDescribesItselfInTheSameWords()
      throws ReflectiveOperationException, SQLException {
    DatabaseMetaData expected = direct.getMetaData();
    DatabaseMetaData actual = stub.getMetaData();
    int asked = 0;
    for (Method method : DatabaseMetaData.class.getMethods()) {
      if (method.getParameterCount() == 0 && isPlain(method.getReturnType())) {
        asked++;
        assertThat(method.invoke(actual)).as(method.getName()).isEqualTo(method.invoke(expected));
      }
    }
    assertThat(asked).isGreaterThan(100);
  }

  private static boolean isPlain(Class<?> type) {
    return type.isPrimitive() || type == String.class;
  }

  @Test
  void aTypeThatOnlyTheDriverHasIsRefusedByNameAndReadAsText() throws SQLException {
    try (Statement statement = stub.createStatement();
        ResultSet row = statement.executeQuery("select interval '1' day")) {
      row.next();

      assertThatExceptionOfType(EncodingException.class)
          .isThrownBy(() -> row.getObject(1))
          .withMessageContaining("org.h2.api.Interval is neither a listed interface");
      assertThat(row.getString(1)).isEqualTo("INTERVAL '1' DAY");
    }
  }
}
