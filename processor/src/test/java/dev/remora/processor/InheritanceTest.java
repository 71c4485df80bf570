package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Modules that extend modules: what their stubs are, and what is refused. */
class InheritanceTest {

  @Test
  void stubOfAClassExtendsThatOfItsNearestModuleSuperclass() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class Base { public int one() { return 1; } }")
            .inTest("public class Middle extends Base { public int two() { return 2; } }")
            .inTest(
                "@RemoteModule public final class Leaf extends Middle { public int three() {"
                    + " return 3; } }")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.BaseStub"))
        .contains("public class BaseStub extends RemoteStub {", "protected BaseStub(");
    assertThat(Sources.generated(compilation, "test.LeafStub"))
        .contains("public final class LeafStub extends BaseStub {", "private LeafStub(")
        .contains("  @Override\n  public int one()", "  public int two()", "  public int three()")
        .contains("@Override\n  public LeafStub withTimeout");
  }

  @Test
  void membersOfInterfacesAndGenericSuperclassesAreResolvedOneByOne() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                public interface Source<T> {
                  T next();
                  default List<T> rest() { return List.of(); }
                }
                """)
            .inTest(
                """
                public abstract class Repository<T, K, X extends Exception> implements Source<T> {
                  public T current;
                  public abstract Map<K, T> byKey(T[] some) throws X;
                  public boolean has(K key) { return true; }
                }
                """)
            .inTest(
                """
                @RemoteModule
                public class Users extends Repository<UUID, String, IOException> {
                  @Override public UUID next() { return null; }
                  @Override public Map<String, UUID> byKey(UUID[] some) throws IOException { return Map.of(); }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.UsersStub"))
        .contains("class UsersStub extends RemoteStub implements Source<UUID>")
        .contains("public UUID current()", "public void current(UUID current)")
        .contains("public UUID next()", "public List<UUID> rest()")
        .contains("public Map<String, UUID> byKey(UUID[] some) throws IOException")
        .contains("public boolean has(String key)");
  }

  @Test
  void listedAndPermittedSubtypesAreKnownToStubAndDispatcher() {
    Compilation compilation =
        new Sources()
            .inTest(
                "@RemoteModule(subtypes = Circle.class) public class Shape { public int x() { return 1; } }")
            .inTest("@RemoteModule public class Circle extends Shape {}")
            .inTest(
                """
                @RemoteModule public abstract sealed class Job {
                  public abstract int id();
                  @RemoteModule public static final class Build extends Job {
                    @Override public int id() { return 1; }
                  }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.ShapeStub"))
        .contains("ShapeStub::signatures,\n          ShapeStub::subtypes)")
        .contains("return List.of(\n        CircleStub.TYPE);");
    assertThat(Sources.generated(compilation, "test.ShapeDispatcher"))
        .contains("protected List<Dispatcher<? extends Shape>> subtypes() {")
        .contains("return List.of(CircleDispatcher.INSTANCE);");
    assertThat(Sources.generated(compilation, "test.CircleStub")).doesNotContain("subtypes");
    assertThat(Sources.generated(compilation, "test.JobStub")).contains("Job_BuildStub.TYPE");
  }

  @Test
  void aSubtypeThatAModuleAboveListsIsOneOfThoseBetweenToo() {
    Compilation compilation =
        new Sources()
            .inTest(
                "@RemoteModule(subtypes = Dot.class) public class Shape { public int x() { return 1; } }")
            .inTest("@RemoteModule public class Circle extends Shape {}")
            .inTest("@RemoteModule public class Dot extends Circle {}")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.CircleStub")).contains("DotStub.TYPE");
  }

  @Test
  void anOverloadOfTheSubclassTakesNoNameFromTheSuperclass() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class Base { public int of(String x) { return 1; } }")
            .inTest(
                "@RemoteModule public class Leaf extends Base { public int of(int x) { return 1; } }")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.LeafDispatcher"))
        .contains("case \"of\" ->", "case \"of(int)\" ->");
  }

  @Test
  void deprecationOfTheSuperclassCausesNoWarning() {
    new Sources()
        .inTest(
            """
            @RemoteModule public class Base {
              @Deprecated public int old() { return 1; }
              @Deprecated(forRemoval = true) public int dead() { return 1; }
              @Deprecated public int revived() { return 1; }
            }
            """)
        .inTest(
            """
            @RemoteModule public class Leaf extends Base {
              @SuppressWarnings("deprecation") @Override public int revived() { return 1; }
            }
            """)
        .inTest("@Deprecated @RemoteModule public class Gone { public int x() { return 1; } }")
        .inTest(
            "@SuppressWarnings(\"deprecation\") @RemoteModule public class Here extends Gone {}")
        .compileCleanly();
  }

  @Test
  void modulesOfOtherPackagesCanBeExtended() {
    new Sources()
        .add(
            """
            package other;

            import dev.remora.annotation.RemoteModule;

            @RemoteModule public abstract class Base { public int one() { return 1; } }
            """)
        .inTest("@RemoteModule class Leaf extends other.Base {}")
        .compileCleanly();
  }

  @Test
  void ignoringWhatTheSuperclassOffersIsRefused() {
    assertRefused(
        "@RemoteModule public class Base { public int one() { return 1; } }",
        """
        @RemoteModule public class Leaf extends Base {
          @RemoteIgnore // here
          @Override public int one() { return 2; }
          public int two() { return 2; }
        }
        """,
        "[RemoteInheritance] Base.one() is a method of BaseStub, from which LeafStub inherits it,"
            + " but @RemoteIgnore takes it out of Leaf; ignore it in Base too, or in neither");
  }

  @Test
  void whatSeveralSuperclassesOfferIsReportedOnce() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class Base { public int one() { return 1; } }")
            .inTest("@RemoteModule public class Middle extends Base {}")
            .inTest(
                "@RemoteModule public class Leaf extends Middle { @RemoteIgnore @Override public"
                    + " int one() { return 2; } public int two() { return 2; } }")
            .compile();

    assertThat(compilation.errors())
        .singleElement()
        .asString()
        .contains("[RemoteInheritance] Base.one() is a method of MiddleStub");
  }

  @Test
  void aFieldThatHidesOneOfAnotherTypeIsRefused() {
    assertRefused(
        "@RemoteModule public class Base { public int size; }",
        """
        @RemoteModule public class Leaf extends Base {
          public String size; // here
        }
        """,
        "[RemoteNameClash] property 'size' of Leaf and property 'size' of Base would both be"
            + " 'size()' in LeafStub; rename one of them or mark it @RemoteIgnore");
  }

  @Test
  void aMethodInThePlaceOfAPropertyIsRefused() {
    assertRefused(
        "@RemoteModule public class Base { public int size; }",
        """
        @RemoteModule public class Leaf extends Base { // here
          public String size() { return ""; }
          public int x() { return 1; }
        }
        """,
        "[RemoteNameClash]");
  }

  @Test
  void aConstructorThatThrowsMoreThanTheOneItHidesIsRefused() {
    assertRefused(
        "@RemoteModule public class Base { @RemoteConstructor public Base() {} public int x()"
            + " { return 1; } }",
        """
        @RemoteModule public class Leaf extends Base {
          @RemoteConstructor public Leaf() throws IOException {} // here
        }
        """,
        "[RemoteInheritance] constructor Leaf() declares java.io.IOException, and constructor"
            + " Base() does not, whose method it would hide in LeafStub; declare it in both, or"
            + " give one of them other parameters");
  }

  @Test
  void aTimeoutMethodOfTheSubclassAloneIsRefused() {
    assertRefused(
        "@RemoteModule public class Base { public int x() { return 1; } }",
        """
        @RemoteModule public class Leaf extends Base {
          public int withTimeout(java.time.Duration x) { return 1; } // here
        }
        """,
        "[RemoteNameClash] Leaf.withTimeout(Duration) would be 'withTimeout(java.time.Duration)' in"
            + " LeafStub, which every stub has already; rename it or mark it @RemoteIgnore");
  }

  @Test
  void whatIsListedMustBeAModuleBelow() {
    assertRefused(
        "@RemoteModule public class Base { public int x() { return 1; } }",
        """
        @RemoteModule(subtypes = Base.class) // here
        public class Leaf { public int y() { return 1; } }
        """,
        "[RemoteSubtype] @RemoteModule Leaf lists Base as a subtype, which neither extends nor"
            + " implements it; remove it from the list");
    assertRefused(
        "public class Base extends Leaf {}",
        """
        @RemoteModule(subtypes = Base.class) // here
        public class Leaf { public int y() { return 1; } }
        """,
        "[RemoteSubtype] @RemoteModule Leaf lists Base as a subtype, which has no stub; annotate it"
            + " with @RemoteModule or remove it from the list");
  }

  /** The second source is refused where it says so. */
  private static void assertRefused(String base, String leaf, String text) {
    Compilation compilation = new Sources().inTest(base).inTest(leaf).compile();
    assertThat(Sources.messages(compilation, Diagnostic.Kind.values()))
        .singleElement()
        .asString()
        .contains(text);
    long line =
        1 + leaf.substring(0, leaf.indexOf("// here")).chars().filter(c -> c == '\n').count();
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getSource().getName()).contains("Leaf");
              assertThat(error.getLineNumber()).isEqualTo(HEADER_LINES + line);
            });
  }

  /** What {@code inTest} puts in front. */
  private static final int HEADER_LINES = 6;
}
