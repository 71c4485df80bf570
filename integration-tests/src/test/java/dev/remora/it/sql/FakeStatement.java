package dev.remora.it.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DataTruncation;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLType;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Calendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of {@code Statement} and what extends it that the tests call. */
public final class FakeStatement {
  private final @Nullable Connection connection;
  private final List<@Nullable Object> parameters = new ArrayList<>();

  FakeStatement(@Nullable Connection connection) {
    this.connection = connection;
  }

  /** Of a driver's own class, which no renderer has. */
  public static final class DriverException extends SQLSyntaxErrorException {
    private static final long serialVersionUID = 1L;

    DriverException(String message) {
      super(message, "42000", 42000);
    }
  }

  public @Nullable Connection getConnection() {
    return connection;
  }

  public void setObject(int index, @Nullable Object value) {
    parameters.add(value);
  }

  public void setObject(int index, Object value, SQLType type) {
    parameters.add(value + " as " + type.getName());
  }

  public void setDate(int index, Date date, Calendar calendar) {
    parameters.add(date + " in " + calendar.getTimeZone().getID());
  }

  public void setBlob(int index, Blob blob) {
    parameters.add(blob);
  }

  /** Read when the statement runs, as drivers do. */
  public void setBinaryStream(int index, InputStream stream) {
    parameters.add(stream);
  }

  public void setCharacterStream(int index, Reader reader) {
    parameters.add(reader);
  }

  public void setBigDecimal(int index, BigDecimal value) {
    parameters.add(value);
  }

  public String enquoteLiteral(String literal) {
    return "<" + literal + ">";
  }

  public ResultSet executeQuery() throws SQLException {
    try {
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i) instanceof InputStream stream) {
          parameters.set(i, stream.readAllBytes());
        } else if (parameters.get(i) instanceof Reader reader) {
          StringWriter text = new StringWriter();
          reader.transferTo(text);
          parameters.set(i, text.toString());
        }
      }
    } catch (IOException e) {
      throw new SQLException("a stream broke", "22000", e);
    }
    return Fake.of(ResultSet.class, new FakeRow(parameters));
  }

  public int[] executeBatch() throws BatchUpdateException {
    BatchUpdateException first =
        new BatchUpdateException(
            "two of three failed",
            "23000",
            5,
            new long[] {1, Statement.EXECUTE_FAILED, Statement.EXECUTE_FAILED},
            new IllegalStateException("disk"));
    for (int i = 0; i < 100; i++) {
      first.setNextException(
          new SQLIntegrityConstraintViolationException(
              "row " + i, "23505", i, new Exception("key")));
    }
    throw first;
  }

  public ResultSet executeQuery(String sql) throws SQLException {
    switch (sql) {
      case "time" -> throw new SQLTimeoutException("too long", "57014", 57014);
      case "driver" -> throw new DriverException("near 'selct'");
      case "truncated" -> throw new DataTruncation(3, true, false, 20, 10);
      case "plain" -> throw new SQLException("plain", new RuntimeException("inner"));
      case "odd" -> parameters.add(new BitSet());
      case "wide" -> parameters.add(new Comparable<?>[0]);
      default -> throw new SQLException("unknown: " + sql, "42601", -1);
    }
    return executeQuery();
  }
}
