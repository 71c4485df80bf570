package dev.remora.examples.database.main;

import dev.remora.annotation.RemoteModule;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One renderer's way to the database; the rest is behind the interfaces of {@code java.sql}. */
@RemoteModule(uses = SqlRemotes.class)
public final class Database {
  private final String url;
  private final List<Connection> connections = new ArrayList<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private boolean gone;

  Database(String url) {
    this.url = url;
  }

  /** Opens a connection, which is the caller's to close. */
  public Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    if (!keep(connection)) {
      connection.close();
      throw new SQLException("the renderer has gone");
    }
    return connection;
  }

  private synchronized boolean keep(Connection connection) throws SQLException {
    forgetClosed();
    return !gone && connections.add(connection);
  }

  private void forgetClosed() throws SQLException {
    for (Iterator<Connection> all = connections.iterator(); all.hasNext(); ) {
      if (all.next().isClosed()) {
        all.remove();
      }
    }
  }

  /**
   * Ends what the renderer has left open. However it ends, its references are given back; that a
   * connection holds locks and a transaction only the main process knows. (H2 cancels the query of
   * a connection that is closed.)
   */
  void end() {
    try {
      List<Connection> open = open();
      for (Connection connection : open) {
        connection.close();
      }
      ended.complete(open.size());
    } catch (SQLException e) {
      ended.completeExceptionally(e);
    }
  }

  private synchronized List<Connection> open() throws SQLException {
    gone = true;
    forgetClosed();
    return List.copyOf(connections);
  }

  /** How many connections were left open; known when they have ended. */
  CompletableFuture<Integer> ended() {
    return ended;
  }
}
