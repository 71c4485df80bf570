package dev.remora.examples.database.renderer;

import dev.remora.examples.database.main.DatabaseStub;
import dev.remora.examples.renderer.Transcript;
import dev.remora.renderer.RemoteContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The renderer process: works with a database that is in another process. */
public final class DatabaseClient {
  private static final String DRIVER = "org.h2.Driver";

  private final Transcript transcript;

  private DatabaseClient(Transcript transcript) {
    this.transcript = transcript;
  }

  public static void main(String[] args) throws SQLException, IOException {
    Transcript transcript = new Transcript();
    try (RemoteContext remote = RemoteContext.builder().name("database-client").connectToParent()) {
      new DatabaseClient(transcript).works(DatabaseStub.require(remote));
    }
    transcript.step("remote.close()", "everything is given back");
    if (!transcript.isAsExpected()) {
      System.exit(1);
    }
  }

  private void works(DatabaseStub database) throws SQLException, IOException {
    looksForDriver();
    try (Connection connection = database.connect()) {
      transcript.step("database.connect()", connection);
      Rows rows = new Rows(connection, transcript);
      rows.create();
      rows.insert();
      rows.read();
      rows.insertBatch();
      rows.failInBatch();
      new Transactions(connection, transcript).happen();
      new Descriptions(connection, transcript).areRead();
      new LargeObjects(connection, transcript).cross();
      new Failures(connection, transcript).areThrown();
      new LargeResult(connection, transcript).isRead();
      new LongQueries(connection, transcript).areEnded();
    }
    leavesOpen(database);
  }

  /** Stubs are all that this process has of the database. */
  private void looksForDriver() {
    transcript.step("class path", jars());
    String call = "Class.forName(\"" + DRIVER + "\")";
    try {
      transcript.step(call, Class.forName(DRIVER), false);
    } catch (ClassNotFoundException e) {
      transcript.step(call, "not here");
    }
  }

  private static String jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(jar -> String.valueOf(Path.of(jar).getFileName()))
        .collect(Collectors.joining(" "));
  }

  /** What a renderer that dies would leave: main has to close it. */
  @SuppressWarnings("resource")
  private void leavesOpen(DatabaseStub database) throws SQLException {
    Connection open = database.connect();
    open.setAutoCommit(false);
    transcript.step("database.connect()", "left open, in a transaction");
  }
}
