package dev.remora.examples.database.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.remora.DisconnectedException;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What remains in the database when a renderer goes without having closed anything. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DatabaseTest {
  private static final String URL = "jdbc:h2:mem:test";
  private static final String HOURS =
      "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b"
          + " where a.x + b.x < 0";

  private final Database database = new Database(URL);
  private Connection own;
  private MainProcess main;

  @BeforeEach
  void startMain() throws SQLException {
    own = DriverManager.getConnection(URL);
    update(own, "create table item (id int)");
    update(own, "insert into item values (1)");
    main =
        MainProcess.builder()
            .exportPerContext(
                Database.class,
                context -> {
                  context.onClose(reason -> database.end());
                  return database;
                })
            .start();
  }

  @AfterEach
  void closeMain() throws SQLException {
    main.close();
    own.close();
  }

  @Test
  void aTransactionIsRolledBackWhenItsRendererGoes() throws Exception {
    try (RemoteContext remote = RemoteContext.connect(main)) {
      Connection connection = DatabaseStub.require(remote).connect();
      connection.setAutoCommit(false);
      update(connection, "update item set id = 2");
    }

    assertThat(ended()).isEqualTo(1);
    assertThat(update(own, "update item set id = 3 where id = 1")).isEqualTo(1);
  }

  @Test
  void aQueryEndsWhenItsRendererGoes() throws Exception {
    CompletableFuture<Void> query;
    try (RemoteContext remote = RemoteContext.connect(main)) {
      Statement statement = DatabaseStub.require(remote).connect().createStatement();
      query = CompletableFuture.runAsync(() -> runs(statement));
      awaitQuery();
    }

    assertThat(ended()).isEqualTo(1);
    assertThat(number("select count(*) from information_schema.sessions")).isEqualTo(1);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> query.get(30, TimeUnit.SECONDS))
        .withCauseInstanceOf(DisconnectedException.class);
  }

  @Test
  void connectionsThatTheRendererClosedAreForgotten() throws Exception {
    try (RemoteContext remote = RemoteContext.connect(main)) {
      DatabaseStub stub = DatabaseStub.require(remote);
      for (int i = 0; i < 10; i++) {
        stub.connect().close();
      }
    }

    assertThat(ended()).isZero();
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(database::connect)
        .withMessage("the renderer has gone");
  }

  private int ended() throws Exception {
    return database.ended().get(30, TimeUnit.SECONDS);
  }

  private void awaitQuery() throws SQLException {
    String running =
        "select count(*) from information_schema.sessions where executing_statement like '%"
            + "1000000%' and session_id <> session_id()";
    while (number(running) == 0) {
      Thread.onSpinWait();
    }
  }

  private int number(String sql) throws SQLException {
    try (Statement statement = own.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static int update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private static void runs(Statement statement) {
    try {
      statement.executeQuery(HOURS);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
