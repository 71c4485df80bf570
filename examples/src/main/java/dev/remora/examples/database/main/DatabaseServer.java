package dev.remora.examples.database.main;

import dev.remora.main.MainProcess;
import dev.remora.main.RendererContext;
import dev.remora.main.RendererProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The main process: opens a database in its memory and lends it to one renderer process, which it
 * starts.
 *
 * <pre>{@code
 * java -cp … dev.remora.examples.database.main.DatabaseServer <class path of the renderer>
 * }</pre>
 */
public final class DatabaseServer {
  private static final String RENDERER = "dev.remora.examples.database.renderer.DatabaseClient";
  private static final String URL = "jdbc:h2:mem:shop";
  private static final long SECONDS_TO_CLOSE = 30;

  private final long pid = ProcessHandle.current().pid();
  private final List<Database> databases = new CopyOnWriteArrayList<>();

  private DatabaseServer() {}

  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      throw new IllegalArgumentException("argument: <class path of the renderer>");
    }
    if (!new DatabaseServer().serve(args[0])) {
      System.exit(1);
    }
  }

  /** True if the renderer was content and has left nothing behind. */
  private boolean serve(String rendererClassPath)
      throws SQLException, IOException, InterruptedException, ExecutionException, TimeoutException {
    // The database lives in memory for as long as somebody is connected, so main is.
    try (Connection own = DriverManager.getConnection(URL);
        MainProcess main =
            MainProcess.builder().exportPerContext(Database.class, this::newDatabase).start()) {
      say("has " + own.getMetaData().getDatabaseProductName() + " at " + URL);
      RendererProcess renderer = main.spawnRenderer(java(rendererClassPath));
      say("has started renderer " + renderer.pid());
      int exitCode = renderer.waitFor();
      say("renderer %d has ended with exit code %d".formatted(renderer.pid(), exitCode));
      for (Database database : databases) {
        int open = database.ended().get(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        say("connections that it left open, and main has ended: " + open);
      }
      int sessions = sessions(own);
      say("sessions of the database, main's own included: " + sessions);
      say("registry: " + main.registry());
      return exitCode == 0 && sessions == 1 && main.registry().isEmpty();
    }
  }

  private Database newDatabase(RendererContext context) {
    Database database = new Database(URL);
    databases.add(database);
    context.onClose(reason -> database.end());
    return database;
  }

  private static int sessions(Connection own) throws SQLException {
    try (Statement statement = own.createStatement();
        ResultSet count =
            statement.executeQuery("select count(*) from information_schema.sessions")) {
      count.next();
      return count.getInt(1);
    }
  }

  /** A JVM like this one, which prints where this one prints. */
  private static ProcessBuilder java(String classPath) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(java.toString(), "-cp", classPath, RENDERER).inheritIO();
  }

  private void say(String text) {
    System.out.println("main %d | %s".formatted(pid, text));
  }
}
