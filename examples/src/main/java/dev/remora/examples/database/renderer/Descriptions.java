package dev.remora.examples.database.renderer;

import dev.remora.examples.renderer.Transcript;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks what the database, its tables and its objects are. */
final class Descriptions {
  private final Connection connection;
  private final Transcript transcript;

  Descriptions(Connection connection, Transcript transcript) {
    this.connection = connection;
    this.transcript = transcript;
  }

  void areRead() throws SQLException {
    database();
    result();
    wrappers();
  }

  private void database() throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    transcript.step(
        "connection.getMetaData()",
        "%s %s".formatted(database.getDatabaseProductName(), database.getDatabaseProductVersion()));
    List<String> keys = new ArrayList<>();
    try (ResultSet columns = database.getPrimaryKeys(null, null, "ITEM")) {
      while (columns.next()) {
        keys.add(columns.getString("COLUMN_NAME"));
      }
    }
    transcript.step("metaData.getPrimaryKeys(null, null, \"ITEM\")", keys, keys.contains("ID"));
    boolean same = database.getConnection() == connection;
    transcript.step("metaData.getConnection() == connection", same, same);
  }

  private void result() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from item")) {
      ResultSetMetaData columns = rows.getMetaData();
      List<String> described = new ArrayList<>();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        described.add(columns.getColumnName(column) + " " + columns.getColumnTypeName(column));
      }
      transcript.step("rows.getMetaData()", described, described.size() == 4);
    }
  }

  private void wrappers() throws SQLException {
    boolean wraps = connection.isWrapperFor(Connection.class);
    boolean same = connection.unwrap(Connection.class) == connection;
    transcript.step(
        "connection.isWrapperFor(Connection.class), connection.unwrap(Connection.class)",
        "%s, %s".formatted(wraps, same ? "the same stub" : "another stub"),
        wraps && same);
    boolean wrapsOther = connection.isWrapperFor(ResultSet.class);
    try {
      transcript.step(
          "connection.unwrap(ResultSet.class)", connection.unwrap(ResultSet.class), false);
    } catch (SQLException e) {
      transcript.step(
          "connection.isWrapperFor(ResultSet.class), connection.unwrap(ResultSet.class)",
          "%s, %s".formatted(wrapsOther, Failures.describe(e)),
          !wrapsOther);
    }
  }
}
