package dev.remora.examples.database.renderer;

import dev.remora.examples.renderer.Transcript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends queries that would take hours: from another thread, and by a time limit. */
final class LongQueries {
  private static final String HOURS =
      "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b"
          + " where a.x + b.x < 0";

  private final Connection connection;
  private final Transcript transcript;

  LongQueries(Connection connection, Transcript transcript) {
    this.connection = connection;
    this.transcript = transcript;
  }

  void areEnded() throws SQLException {
    byAnotherThread();
    byTimeout();
    goesOn();
  }

  private void byAnotherThread() throws SQLException {
    String call = "statement.cancel() by another thread, during statement.executeQuery(…)";
    try (Statement statement = connection.createStatement()) {
      CountDownLatch over = new CountDownLatch(1);
      CompletableFuture<Void> canceller =
          CompletableFuture.runAsync(() -> cancelUntil(over, statement));
      try (ResultSet rows = statement.executeQuery(HOURS)) {
        transcript.step(call, rows, false);
      } catch (SQLException e) {
        transcript.step(call, Failures.describe(e), "57014".equals(e.getSQLState()));
      } finally {
        over.countDown();
        canceller.join();
      }
    }
  }

  /** Again and again, since it has no effect on a query that has not begun. */
  private static void cancelUntil(CountDownLatch over, Statement statement) {
    try {
      while (!over.await(50, TimeUnit.MILLISECONDS)) {
        statement.cancel();
      }
    } catch (InterruptedException | SQLException e) {
      throw new CompletionException(e);
    }
  }

  private void byTimeout() throws SQLException {
    String call = "statement.setQueryTimeout(1), statement.executeQuery(…)";
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      try (ResultSet rows = statement.executeQuery(HOURS)) {
        transcript.step(call, rows, false);
      } catch (SQLTimeoutException e) {
        transcript.step(call, Failures.describe(e));
      } finally {
        statement.setQueryTimeout(0);
      }
    }
  }

  private void goesOn() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from item")) {
      rows.next();
      transcript.step("the same connection afterwards", rows.getInt(1) + " items");
    }
  }
}
