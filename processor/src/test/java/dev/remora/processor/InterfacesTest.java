package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/** Which interfaces a stub implements. */
class InterfacesTest {

  @Test
  void stubOfAModuleInterfaceImplementsIt() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public interface Files extends Closeable {
                  List<String> list(String dir) throws IOException;
                  default int count(String dir) throws IOException { return list(dir).size(); }
                  static int version() { return 1; }
                  Files parent();
                }
                """)
            .inTest(
                "@RemoteModule public class Home { public Files files(List<Files> all) { return"
                    + " all.get(0); } }")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.FilesStub"))
        .contains("class FilesStub extends RemoteStub implements Files {")
        .contains("@Override\n  public List<String> list(String dir) throws IOException")
        .contains("@Override\n  public int count(String dir) throws IOException")
        .contains("@Override\n  public void close() throws IOException")
        .contains("public static int version(RemoteContext remote)")
        .contains("public Files parent()")
        .contains("Codecs.stubAs(Files.class, () -> TYPE)");
    assertThat(Sources.generated(compilation, "test.FilesDispatcher"))
        .contains("extends Dispatcher<Files>")
        .contains("Codecs.object(Files.class, () -> INSTANCE)");
    assertThat(Sources.generated(compilation, "test.HomeStub"))
        .contains("public Files files(List<Files> all)")
        .contains("Codecs.stubAs(Files.class, () -> FilesStub.TYPE)");
  }

  @Test
  void stubOfAClassImplementsTheInterfacesThatItCan() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class Editor { public int one() { return 1; } }")
            .inTest("public interface Named { String name(); }")
            .inTest("public interface Openable { Editor open(String path); }")
            .inTest("public interface Half { int known(); int ignored(); }")
            .inTest("public sealed interface Closed permits Service { int known(); }")
            .inTest("public interface Source<T> { T next(); }")
            .inTest("public interface Marker<T> {}")
            .inTest(
                "public abstract class Base implements Named, Serializable { private static final"
                    + " long serialVersionUID = 1L; }")
            .inTest(
                """
                @RemoteModule
                public final class Service extends Base
                    implements Openable, Half, Closed, Source<List<String>>, Marker<Editor>, Comparable<Service>, RandomAccess {
                  private static final long serialVersionUID = 1L;
                  @Override public String name() { return ""; }
                  @Override public Editor open(String path) { return new Editor(); }
                  @Override public int known() { return 1; }
                  @RemoteIgnore @Override public int ignored() { return 1; }
                  @Override public List<String> next() { return List.of(); }
                  @Override public int compareTo(Service other) { return 1; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.ServiceStub"))
        .contains("implements Named, Source<List<String>>, RandomAccess {")
        .contains("@Override\n  public String name()")
        .contains("@Override\n  public List<String> next()")
        .contains("\n\n  public EditorStub open(String path)")
        .contains("\n\n  public int compareTo(ServiceStub other)");
  }

  @Test
  void onlyTheMostSpecificInterfaceIsNamed() {
    Compilation compilation =
        new Sources()
            .inTest("public interface Named { String name(); }")
            .inTest("public interface Titled extends Named { String title(); }")
            .inTest(
                """
                @RemoteModule
                public abstract class Book implements Named, Titled {}
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.BookStub"))
        .contains("extends RemoteStub implements Titled {")
        .contains("@Override\n  public String name()")
        .contains("@Override\n  public String title()");
  }

  @Test
  void methodThatTwoInterfacesDeclareIsOneMember() {
    Compilation compilation =
        new Sources()
            .inTest("public interface A { Object get() throws IOException; }")
            .inTest("public interface B { String get(); }")
            .inTest("@RemoteModule public abstract class Both implements A, B {}")
            .inTest("@RemoteModule public interface Two extends A, B {}")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.BothStub")).contains("public String get() {");
    assertThat(Sources.generated(compilation, "test.TwoStub")).contains("implements Two {");
  }
}
