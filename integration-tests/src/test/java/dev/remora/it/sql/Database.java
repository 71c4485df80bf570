package dev.remora.it.sql;

import dev.remora.annotation.RemoteModule;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/** A module of the user's own, whose signatures mention foreign interfaces. */
@RemoteModule(uses = SqlRemotes.class)
public final class Database {
  private final Connection connection = Fake.connection();

  /** The one connection. */
  public Connection connect() {
    return connection;
  }

  /** Whether it is the one connection, come home. */
  public boolean isOurs(Connection other) {
    return connection == other;
  }

  /** Whether a statement came home as what it is here. */
  public boolean isFake(Statement statement) {
    return Fake.isFake(statement);
  }

  /** The connection within a list. */
  public List<Connection> all() {
    return List.of(connection);
  }

  /** Lends the connection to a callback. */
  public void with(Consumer<Connection> work) {
    work.accept(connection);
  }
}
