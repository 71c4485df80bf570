package dev.remora.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseIT {
  private static final String DUPLICATE =
      "state 23505, code 23505: Unique index or primary key violation";
  private static final String ENDED =
      "SQLTimeoutException, state 57014, code 57014: Statement was canceled";

  private static Run run;

  /** Once for all tests: it takes its time, and they only read what it has printed. */
  @BeforeAll
  static void runTheExample(@TempDir Path temporary) throws IOException, InterruptedException {
    run = Run.ofDatabase(temporary.resolve("output"));
  }

  @Test
  void eachStepPrintsWhatTheDatabaseDid() {
    assertThat(run.exitCode()).as(run.text()).isZero();
    assertThat(run.text())
        .doesNotContain("WHICH IS WRONG")
        .containsSubsequence(
            "database.connect() -> stub of java.sql.Connection",
            "\"create table item …\") -> created",
            "getGeneratedKeys(), twice -> keys 1 and 2",
            "1, lamp, price 19.90, made 2024-02-29",
            "2, chair, price unknown, made null",
            "insert.executeBatch() -> [1, 1, 1]",
            "-> BatchUpdateException, " + DUPLICATE + ", counts [1, -3, 1]",
            "connection.rollback() -> 7 items, 0 after a delete, 7 again",
            "savepoint 'before the carpet') -> 8 items",
            "connection.commit(), connection.rollback() -> 8 items",
            "connection.getMetaData() -> H2 ",
            "getPrimaryKeys(null, null, \"ITEM\") -> [ID]",
            "getConnection() == connection -> true",
            "-> [ID INTEGER, NAME CHARACTER VARYING, PRICE DECIMAL, MADE DATE]",
            "connection.unwrap(Connection.class) -> true, the same stub",
            "connection.unwrap(ResultSet.class) -> false, SQLDataException, state 90008")
        .containsSubsequence(
            "setCharacterStream(2, reader) -> stored",
            "blob.getBinaryStream() -> 1000000 bytes",
            "clob.getCharacterStream() -> 160000 characters",
            "of which 16 bytes are read -> 16 bytes",
            "-> SQLSyntaxErrorException, state 42001, code 42001: Syntax error",
            "-> SQLIntegrityConstraintViolationException, " + DUPLICATE,
            "-> SQLNonTransientException, state 90007, code 90007: The object is already closed",
            "-> 100000 rows in ",
            "statement.cancel() by another thread, during statement.executeQuery(…) -> " + ENDED,
            "statement.setQueryTimeout(1), statement.executeQuery(…) -> " + ENDED,
            "the same connection afterwards -> 8 items");
  }

  @Test
  void bothProcessesEndAndNoConnectionIsLeftOpen() {
    assertThat(run.text())
        .contains("renderer %d has ended with exit code 0".formatted(run.rendererPid()))
        .contains("| connections that it left open, and main has ended: 1")
        .contains("| sessions of the database, main's own included: 1")
        .contains("| registry: 0 contexts, 0 objects");
    assertThat(ProcessHandle.of(run.rendererPid())).isEmpty();
  }

  @Test
  void theRendererHasNeitherTheDatabaseNorClassesOfTheMainProcess() throws IOException {
    assertThat(classesOfMain()).isNotEmpty().allMatch(name -> name.matches(".*Stubs?(\\$.*)?"));

    assertThat(run.lines())
        .filteredOn(line -> line.contains("class path -> "))
        .singleElement()
        .asString()
        .contains("remora-examples-renderer.jar")
        .doesNotContain("h2", "remora-examples.jar");
    assertThat(run.text()).contains("Class.forName(\"org.h2.Driver\") -> not here");
  }

  /** Those of the package of the main process that the renderer has. */
  private static List<String> classesOfMain() throws IOException {
    try (JarFile jar = new JarFile(Run.rendererJar().toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith("dev/remora/examples/database/main/"))
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    }
  }
}
