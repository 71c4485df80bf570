package dev.remora.examples.database.renderer;

import dev.remora.examples.renderer.Transcript;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;

/** Does what the database refuses; its exceptions arrive with their states and codes. */
final class Failures {
  private final Connection connection;
  private final Transcript transcript;

  Failures(Connection connection, Transcript transcript) {
    this.connection = connection;
    this.transcript = transcript;
  }

  void areThrown() throws SQLException {
    wrongSql();
    brokenConstraint();
    closedStatement();
  }

  private void wrongSql() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("selct 1");
      transcript.step("statement.execute(\"selct 1\")", "done", false);
    } catch (SQLSyntaxErrorException e) {
      transcript.step("statement.execute(\"selct 1\")", describe(e), is(e, "42001", 42001));
    }
  }

  private void brokenConstraint() throws SQLException {
    String sql = "insert into item (name) values ('lamp')";
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      transcript.step("statement.execute(\"" + sql + "\")", "done", false);
    } catch (SQLIntegrityConstraintViolationException e) {
      transcript.step("statement.execute(\"" + sql + "\")", describe(e), is(e, "23505", 23505));
    }
  }

  private void closedStatement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.close();
    try {
      transcript.step("statement.close(), statement.execute(…)", statement.execute("x"), false);
    } catch (SQLException e) {
      transcript.step(
          "statement.close(), statement.execute(…)", describe(e), is(e, "90007", 90007));
    }
  }

  private static boolean is(SQLException e, String state, int code) {
    return state.equals(e.getSQLState()) && e.getErrorCode() == code;
  }

  /** Class, state, code, and of the message what comes before the details. */
  static String describe(SQLException e) {
    String message = String.valueOf(e.getMessage()).split("[:;]| [\\[\"]", 2)[0];
    return "%s, state %s, code %d: %s"
        .formatted(e.getClass().getSimpleName(), e.getSQLState(), e.getErrorCode(), message);
  }
}
