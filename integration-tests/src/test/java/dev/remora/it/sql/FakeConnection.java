package dev.remora.it.sql;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.ClientInfoStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The methods of {@code Connection} that the tests call. */
public final class FakeConnection {
  @Nullable Connection self;
  private boolean aborted;
  private Properties clientInfo = new Properties();

  public Statement createStatement() {
    return Fake.of(Statement.class, new FakeStatement(self));
  }

  /** A {@code Statement} by its signature, and more than that by what it is. */
  public Statement createStatement(int type, int concurrency) {
    return prepareCall("type " + type + " concurrency " + concurrency);
  }

  public PreparedStatement prepareStatement(String sql) {
    return Fake.of(PreparedStatement.class, new FakeStatement(self));
  }

  public CallableStatement prepareCall(String sql) {
    return Fake.of(CallableStatement.class, new FakeStatement(self));
  }

  public Blob createBlob() {
    return Fake.of(Blob.class, new FakeBlob());
  }

  public Array createArrayOf(String typeName, Object[] elements) {
    return Fake.of(Array.class, new FakeArray(typeName, elements));
  }

  public boolean isWrapperFor(Class<?> type) {
    return type == Blob.class || type == byte[].class;
  }

  /** What the caller asks for, where this is a wrapper of it. */
  public Object unwrap(Class<?> type) throws SQLException {
    if (type == Connection.class) {
      return java.util.Objects.requireNonNull(self);
    }
    if (type == String.class) {
      return "a string";
    }
    throw new SQLException("not a wrapper for " + type.getName(), "HY000", 7);
  }

  public SQLWarning getWarnings() {
    SQLWarning first = new SQLWarning("careful", "01000", 1);
    first.setNextWarning(new SQLWarning("very careful", "01001", 2));
    return first;
  }

  public void setClientInfo(Properties properties) {
    clientInfo = properties;
  }

  public Properties getClientInfo() {
    return clientInfo;
  }

  public void setClientInfo(String name, String value) throws SQLClientInfoException {
    if (!name.equals("ApplicationName")) {
      throw new SQLClientInfoException(
          "unknown", "HY000", 9, Map.of(name, ClientInfoStatus.REASON_UNKNOWN_PROPERTY));
    }
    clientInfo.setProperty(name, value);
  }

  public void abort(Executor executor) {
    executor.execute(() -> aborted = true);
  }

  public boolean isClosed() {
    return aborted;
  }
}
