package dev.remora.it.sql;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The methods of {@code ResultSet} that the tests call: one row, from 1. */
public final class FakeRow {
  private final List<@Nullable Object> columns;

  FakeRow(List<@Nullable Object> columns) {
    this.columns = columns;
  }

  public @Nullable Object getObject(int column) {
    return columns.get(column - 1);
  }

  public @Nullable Object getObject(int column, Class<?> type) {
    return type == Timestamp.class ? new Timestamp(0) : getObject(column);
  }

  public InputStream getBinaryStream(int column) {
    return new ByteArrayInputStream((byte[]) Objects.requireNonNull(getObject(column)));
  }

  public Reader getCharacterStream(int column) {
    return new StringReader(getString(column));
  }

  public String getString(int column) {
    return String.valueOf(getObject(column));
  }

  /** Deprecated since JDBC 1.2, and a member all the same. */
  public BigDecimal getBigDecimal(int column, int scale) {
    return new BigDecimal(getString(column)).setScale(scale);
  }
}
