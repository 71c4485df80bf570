package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Interfaces that their user does not own: what is generated for a list, and who can see it. */
class ForeignInterfacesTest {
  private static final String SQL =
      """
      package test;

      import dev.remora.annotation.RemoteInterfaces;
      import dev.remora.annotation.UnsupportedMembers;
      import java.sql.*;

      @RemoteInterfaces(
          value = {Statement.class, PreparedStatement.class, Array.class, Connection.class,
              ResultSet.class, Blob.class},
          unsupported = UnsupportedMembers.THROW)
      public interface Sql {}
      """;

  @Test
  void stubImplementsTheInterfaceInThePackageOfTheList() {
    Compilation compilation = new Sources().add(SQL).compileCleanly();

    assertThat(Sources.generated(compilation, "test.ConnectionStub"))
        .contains("public final class ConnectionStub extends RemoteStub implements Connection {")
        .contains("\"java.sql.Connection\",")
        .contains("Codec<PreparedStatement> PREPARED_STATEMENT =")
        .contains("SqlStubs.FAMILY.reference(PreparedStatement.class);")
        .contains("public <T> T unwrap(Class<T> ")
        .contains("return call.invoke().readNullable(SqlStubs.FAMILY.resultOf(")
        .contains("SqlStubs.FAMILY.classes()")
        .doesNotContain("SuppressWarnings");
    assertThat(Sources.generated(compilation, "test.ConnectionDispatcher"))
        .contains("extends Dispatcher<Connection>")
        .contains("reply.writeNullable(SqlDispatchers.FAMILY.resultOf(")
        .doesNotContain("SuppressWarnings");
    assertThat(Sources.generated(compilation, "test.SqlStubs"))
        .contains("new StubFamily.Listed(Statement.class, StatementStub.TYPE)");
    assertThat(Sources.generated(compilation, "test.SqlDispatchers"))
        .contains("PreparedStatementDispatcher.INSTANCE");
  }

  @Test
  void aMemberThatCannotCrossThrowsItsReasonWhereTheListSaysSo() {
    Compilation compilation = new Sources().add(SQL).compileCleanly();

    assertThat(Sources.generated(compilation, "test.ConnectionStub"))
        .containsPattern(
            "public void setTypeMap\\(Map<String, Class<\\?>> \\w+\\) throws SQLException \\{\\s+throw new"
                + " UnsupportedOperationException\\(")
        .contains("of Connection.setTypeMap(Map<String, Class<?>>) cannot cross processes:");
    assertThat(Sources.generated(compilation, "test.ConnectionDispatcher"))
        .doesNotContain("setTypeMap");
  }

  @Test
  void membersThatCannotCrossAreErrorsAtTheListOtherwise() {
    Compilation compilation =
        new Sources()
            .add(
                SQL.replace(
                    "unsupported = UnsupportedMembers.THROW",
                    "unsupported = UnsupportedMembers.REFUSE"))
            .compile();

    assertThat(Sources.messages(compilation, Diagnostic.Kind.ERROR))
        .anySatisfy(
            error ->
                assertThat(error)
                    .contains("Sql.java:7")
                    .contains("[RemoteType] parameter '")
                    .contains("of Connection.setTypeMap(Map<String, Class<?>>) cannot cross")
                    .contains("or say unsupported = UnsupportedMembers.THROW in @RemoteInterfaces"))
        .doesNotHaveDuplicates();
  }

  @Test
  void aModuleSeesTheListsThatItNamesAndThoseOfItsPackageAndNoOther() {
    Sources named =
        new Sources()
            .add(SQL)
            .add(
                """
                package other;

                import dev.remora.annotation.RemoteModule;
                import java.sql.Connection;
                import java.util.List;

                @RemoteModule(uses = test.Sql.class)
                public class Db {
                  public Connection open(List<Connection> others) {
                    return others.get(0);
                  }
                }
                """);
    assertThat(Sources.generated(named.compileCleanly(), "other.DbStub"))
        .contains("import test.SqlStubs;")
        .contains("Codecs.list(SqlStubs.FAMILY.reference(Connection.class).nullable())");

    Sources ofPackage =
        new Sources()
            .add(
                """
                @dev.remora.annotation.RemoteInterfaces(java.sql.Savepoint.class)
                package quiet;
                """)
            .add(
                """
                package quiet;

                @dev.remora.annotation.RemoteModule
                public class Db {
                  public java.sql.Savepoint save() {
                    throw new IllegalStateException();
                  }
                }
                """);
    assertThat(Sources.generated(ofPackage.compileCleanly(), "quiet.DbDispatcher"))
        .contains("PackageDispatchers.FAMILY.reference(Savepoint.class)");

    Compilation unnamed =
        new Sources()
            .add(SQL)
            .add(
                """
                package other;

                @dev.remora.annotation.RemoteModule
                public class Db {
                  public java.sql.Connection open() {
                    throw new IllegalStateException();
                  }
                }
                """)
            .compile();
    assertThat(Sources.messages(unnamed, Diagnostic.Kind.ERROR))
        .singleElement()
        .asString()
        .contains("java.sql.Connection is neither a value nor a @RemoteModule");
  }

  @Test
  void listsAreCheckedEntryByEntry() {
    assertThat(errorsOf("Runnable.class, Thread.class"))
        .singleElement()
        .asString()
        .contains("Lists.java:7")
        .contains("[RemoteInterfaces] @RemoteInterfaces lists java.lang.Thread, which is no");
    assertThat(errorsOf("java.util.List.class"))
        .singleElement()
        .asString()
        .contains("java.util.List, which has type parameters");
    assertThat(errorsOf("Lists.Closed.class"))
        .singleElement()
        .asString()
        .contains("test.Lists.Closed, which is sealed");
    assertThat(errorsOf("Lists.Mine.class"))
        .singleElement()
        .asString()
        .contains("test.Lists.Mine, which is a @RemoteModule");
    assertThat(errorsOf("java.sql.Array.class, Lists.Array.class, java.sql.Array.class"))
        .singleElement()
        .asString()
        .contains("lists java.sql.Array and java.sql.Array, whose stubs would both be ArrayStub");
  }

  private static List<String> errorsOf(String listed) {
    return Sources.messages(
        new Sources()
            .inTest(
                "@RemoteInterfaces({%s})\n".formatted(listed)
                    + """
                    public interface Lists {
                      sealed interface Closed permits Only { int one(); }
                      interface Array { int two(); }
                      final class Only implements Closed { @Override public int one() { return 1; } }
                      @RemoteModule interface Mine { int three(); }
                    }
                    """)
            .compile(),
        Diagnostic.Kind.ERROR);
  }

  @Test
  void aModuleThatUsesNoListIsTold() {
    assertThat(
            Sources.messages(
                new Sources()
                    .inTest(
                        "@RemoteModule(uses = String.class) public class Db { public int one() {"
                            + " return 1; } }")
                    .compile(),
                Diagnostic.Kind.ERROR))
        .singleElement()
        .asString()
        .contains("[RemoteModuleUses] @RemoteModule Db uses java.lang.String, which has no");
  }

  @Test
  void aListedInterfaceInsideOfARecordIsRefused() {
    assertThat(
            Sources.messages(
                new Sources()
                    .add(SQL)
                    .inTest("public record Pair(java.sql.Connection one, int two) {}")
                    .inTest(
                        "@RemoteModule(uses = Sql.class) public class Db { public int one(Pair x) {"
                            + " return 1; } }")
                    .compile(),
                Diagnostic.Kind.ERROR))
        .singleElement()
        .asString()
        .contains("java.sql.Connection (Pair.one) is a listed interface inside a value");
  }

  @Test
  void genericMethodsOfAnyOtherFormStayRefused() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteInterfaces(Generic.Foreign.class)
                public interface Generic {
                  interface Foreign {
                    <T> T good(Class<T> type, int number);
                    <T extends Number> T bounded(Class<T> type);
                    <T> T nothing(String name);
                    <T> List<T> list(Class<T> type);
                    <T, U> T two(Class<T> type);
                    int wild(Class<? extends Number> type);
                    int any(Class<?> type);
                  }
                }
                """)
            .compile();

    assertThat(Sources.messages(compilation, Diagnostic.Kind.ERROR))
        .filteredOn(error -> error.contains("[RemoteGenericMethod]"))
        .hasSize(4)
        .noneMatch(error -> error.contains("good"));
    assertThat(Sources.messages(compilation, Diagnostic.Kind.ERROR))
        .anyMatch(error -> error.contains("Foreign.wild"))
        .noneMatch(error -> error.contains("Foreign.any"));
  }
}
