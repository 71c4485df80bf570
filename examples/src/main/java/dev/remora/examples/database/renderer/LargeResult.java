package dev.remora.examples.database.renderer;

import dev.remora.examples.renderer.Transcript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Reads a large result row by row, without having it in memory. Each {@code next} and each {@code
 * get} is a call: that is what the interface says, and the time shows what it costs.
 */
final class LargeResult {
  private static final int ROWS = 100_000;

  private final Connection connection;
  private final Transcript transcript;

  LargeResult(Connection connection, Transcript transcript) {
    this.connection = connection;
    this.transcript = transcript;
  }

  void isRead() throws SQLException {
    long start = System.nanoTime();
    int read = 0;
    long sum = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select x from system_range(1, " + ROWS + ")")) {
      while (rows.next()) {
        read++;
        sum += rows.getLong(1);
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    transcript.step(
        "rows.next(), rows.getLong(1), until the end",
        "%d rows in %d ms, %d rows a second"
            .formatted(read, time.toMillis(), Math.round(read * 1e9 / time.toNanos())),
        read == ROWS && sum == ROWS * (ROWS + 1L) / 2);
  }
}
