package dev.remora.examples.database.renderer;

import dev.remora.examples.renderer.Transcript;
import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a table and puts rows into it, one by one and in batches. */
final class Rows {
  private static final String INSERT = "insert into item (name, price, made) values (?, ?, ?)";

  private final Connection connection;
  private final Transcript transcript;

  Rows(Connection connection, Transcript transcript) {
    this.connection = connection;
    this.transcript = transcript;
  }

  void create() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table item (
            id int generated always as identity primary key,
            name varchar(40) not null unique,
            price decimal(10, 2),
            made date)
          """);
      transcript.step("statement.execute(\"create table item …\")", "created");
    }
  }

  void insert() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
      int first = insert(insert, "lamp", new BigDecimal("19.90"), Date.valueOf("2024-02-29"));
      int second = insert(insert, "chair", null, null);
      transcript.step(
          "insert.executeUpdate(), insert.getGeneratedKeys(), twice",
          "keys %d and %d".formatted(first, second),
          first == 1 && second == 2);
    }
  }

  private static int insert(
      PreparedStatement insert, String name, @Nullable BigDecimal price, @Nullable Date made)
      throws SQLException {
    insert.setString(1, name);
    insert.setBigDecimal(2, price);
    insert.setObject(3, made, Types.DATE);
    insert.executeUpdate();
    try (ResultSet keys = insert.getGeneratedKeys()) {
      keys.next();
      return keys.getInt(1);
    }
  }

  void read() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from item where id < ? order by id")) {
      select.setInt(1, 100);
      try (ResultSet rows = select.executeQuery()) {
        transcript.step("select.executeQuery()", rows);
        while (rows.next()) {
          BigDecimal price = rows.getBigDecimal("price");
          String shown = rows.wasNull() ? "unknown" : price.toPlainString();
          transcript.detail(
              "%d, %s, price %s, made %s"
                  .formatted(
                      rows.getInt("id"), rows.getString("name"), shown, rows.getObject("made")));
        }
      }
    }
  }

  void insertBatch() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (String name : new String[] {"table", "shelf", "desk"}) {
        add(insert, name);
      }
      int[] counts = insert.executeBatch();
      transcript.step(
          "insert.addBatch(), three times, insert.executeBatch()",
          Arrays.toString(counts),
          Arrays.equals(counts, new int[] {1, 1, 1}));
    }
  }

  void failInBatch() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      add(insert, "sofa");
      add(insert, "lamp");
      add(insert, "stool");
      transcript.step("insert.executeBatch()", Arrays.toString(insert.executeBatch()), false);
    } catch (BatchUpdateException e) {
      // One count for each row: the second is there already, and the database went on after it.
      int[] expected = {1, Statement.EXECUTE_FAILED, 1};
      transcript.step(
          "insert.executeBatch() with a name twice",
          "%s, counts %s".formatted(Failures.describe(e), Arrays.toString(e.getUpdateCounts())),
          Arrays.equals(e.getUpdateCounts(), expected));
      SQLException next = e.getNextException();
      transcript.detail(next == null ? "no next exception" : Failures.describe(next));
    }
  }

  private static void add(PreparedStatement insert, String name) throws SQLException {
    insert.setString(1, name);
    insert.setInt(2, 10);
    insert.setNull(3, Types.DATE);
    insert.addBatch();
  }
}
