package dev.remora.examples.database.renderer;

import dev.remora.examples.renderer.Transcript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/** Takes back what it did, wholly or in part, or makes it last. */
final class Transactions {
  private final Connection connection;
  private final Transcript transcript;

  Transactions(Connection connection, Transcript transcript) {
    this.connection = connection;
    this.transcript = transcript;
  }

  void happen() throws SQLException {
    connection.setAutoCommit(false);
    try {
      rollBack();
      rollBackToSavepoint();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void rollBack() throws SQLException {
    int before = items();
    update("delete from item");
    int between = items();
    connection.rollback();
    transcript.step(
        "connection.rollback()",
        "%d items, %d after a delete, %d again".formatted(before, between, items()),
        before > 0 && between == 0 && items() == before);
  }

  private void rollBackToSavepoint() throws SQLException {
    int before = items();
    update("insert into item (name) values ('mirror')");
    Savepoint savepoint = connection.setSavepoint("before the carpet");
    update("insert into item (name) values ('carpet')");
    connection.rollback(savepoint);
    transcript.step(
        "connection.rollback(savepoint '%s')".formatted(savepoint.getSavepointName()),
        "%d items, 1 of 2 stays".formatted(items()),
        items() == before + 1);
    connection.commit();
    connection.rollback();
    transcript.step(
        "connection.commit(), connection.rollback()",
        "%d items, there was nothing more to take back".formatted(items()),
        items() == before + 1);
  }

  private void update(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private int items() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from item")) {
      count.next();
      return count.getInt(1);
    }
  }
}
