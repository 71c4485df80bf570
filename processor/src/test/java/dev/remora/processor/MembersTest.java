package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/**
 * Which members a stub and a dispatcher have, under which names; everything compiles without a
 * warning.
 */
class MembersTest {

  @Test
  void methodsOfGenericSuperclassesHaveTheTypesOfTheModule() {
    Compilation compilation =
        new Sources()
            .inTest("public record User(String name) {}")
            .inTest(
                """
                public abstract class Repository<T> {
                  public T last;
                  public abstract List<T> all();
                  @RemoteIgnore public void save(T one) {}
                  public T find(Map<String, T[]> index) { return index.get("x")[0]; }
                  public static int statics() { return 1; }
                  protected void hidden() {}
                }
                """)
            .inTest(
                """
                @RemoteModule
                public class Users extends Repository<User> {
                  @Override public List<User> all() { return List.of(); }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.UsersStub"))
        .contains("public List<User> all()")
        .contains("public User find(Map<String, User[]> index)")
        .contains("public User last()")
        .contains("public void last(User last)")
        .doesNotContain("save")
        .doesNotContain("statics")
        .doesNotContain("hidden");
  }

  @Test
  void overloadsAreNamedByErasedParameterTypes() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Lists {
                  public int list(String dir) { return 1; }
                  public int list(String dir, int[] depths) { return 1; }
                  public static int list(List<String> dirs) { return 1; }
                  public int single() { return 1; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.ListsStub"))
        .contains("RemoteCall.memberCall(this, \"list(java.lang.String)\")")
        .contains("RemoteCall.memberCall(this, \"list(java.lang.String,int[])\")")
        .contains("remote.require(TYPE).memberCall(\"list(java.util.List)\")")
        .contains("RemoteCall.memberCall(this, \"single\")");
    assertThat(Sources.generated(compilation, "test.ListsDispatcher"))
        .contains("case \"list(java.lang.String)\" -> list")
        .contains("case \"list(java.util.List)\" -> list");
  }

  @Test
  void varargsStayVarargs() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Varargs {
                  public int sum(int... numbers) { return numbers.length; }
                  public String join(String separator, String... parts) { return separator; }
                  public String[][] table(long[][] numbers, byte[]... buffers) { return new String[0][]; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.VarargsStub"))
        .contains("public int sum(int... numbers)")
        .contains("public String join(String separator, String... parts)")
        .contains("public String[][] table(long[][] numbers, byte[]... buffers)");
  }

  @Test
  void nestedModulesHaveFlatNames() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                public class Outer {
                  @RemoteModule(name = "the-inner")
                  public static class Inner {
                    @RemoteConstructor public Inner() {}
                    public Inner self(Inner[] others) { return this; }
                    public record Point(int x, int y) {}
                    public Point at() { return new Point(1, 2); }
                  }
                }
                """)
            .compile();

    assertThat(Sources.generated(compilation, "test.Outer_InnerStub"))
        .contains("\"the-inner\"")
        .contains("public static Outer_InnerStub construct(RemoteContext remote)")
        .contains("memberConstructor(\"Inner\")")
        .contains("public Outer.Inner.Point at()");
    assertThat(Sources.generated(compilation, "test.Outer_InnerDispatcher"))
        .contains("extends Dispatcher<Outer.Inner>");
    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void staticsTakeTheContextAndFinalFieldsCannotBeWritten() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Statics {
                  public static long total;
                  public static final int MAX = 10;
                  public final String name = "x";
                  public int remote;
                  public static String echo(String remote, String call) { return remote; }
                  @RemoteConstructor Statics(int remote, int args) {}
                  @RemoteConstructor public Statics() {}
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.StaticsStub"))
        .contains("public static long total(RemoteContext remote)")
        .contains("public static void total(RemoteContext remote, long total)")
        .contains("public static int MAX(RemoteContext remote)")
        .contains("public static String echo(RemoteContext remote2, String remote, String call)")
        .contains(
            "public static StaticsStub construct(RemoteContext remote2, int remote, int args)")
        .contains("memberConstructor(\"Statics(int,int)\")")
        .contains("memberConstructor(\"Statics()\")")
        .contains("public String name()")
        .doesNotContain("public void name(");
    assertThat(Sources.generated(compilation, "test.StaticsDispatcher"))
        .contains("Statics.total = total;")
        .contains("Member.Kind.STATIC_READ_ONLY_PROPERTY")
        .contains("\"read-only property java.lang.String name\"");
  }

  @Test
  void aPropertyKeepsItsNameAndTheMethodsOfThatNameStepAside() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Both {
                  public final int size = 1;
                  public int size(String of) { return 1; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.BothDispatcher"))
        .contains("case \"size\" -> getSize(self, reply)")
        .contains("case \"size(java.lang.String)\" -> size(self, args, reply)");
  }

  @Test
  void namesOfOursStepAsideForParameters() {
    new Sources()
        .inTest(
            """
            @RemoteModule
            public class Names {
              public void all(int self, int args, int reply, int call, int e, int message, int member, int remote) throws Failure {}
              public static void statics(int self, int args, int reply, int call, int remote) {}
              public int signatures() { return 1; }
              public int members() { return 1; }
              public int memberList() { return 1; }
              public int of() { return 1; }
              public int type() { return 1; }
              public int memberCall(String member) { return 1; }
              public int noSuchMember(String member) { return 1; }
              public int construct() { return 1; }
              public int require() { return 1; }
              public int reference() { return 1; }
              public static class Failure extends Exception {
                private static final long serialVersionUID = 1L;
              }
            }
            """)
        .compileCleanly();
  }

  @Test
  void typesThatAreNamedLikeOursOrLikeEachOtherAreToldApart() {
    new Sources()
        .add("package other; public record Entry(int x) {}")
        .inTest("public record Entry(int x) {}")
        .inTest("public record Codec(int x) {}")
        .inTest("public record Member(int x) {}")
        .inTest("@RemoteModule public class Type { public int x() { return 1; } }")
        .inTest(
            "@RemoteModule public class Instance { public Instance self(Type type) { return this; }"
                + " }")
        .inTest(
            """
            @RemoteModule
            public class Reply {
              public Entry one(other.Entry two, Codec codec, Member member) { return new Entry(1); }
              public List<Entry> all(List<other.Entry> two) { return List.of(); }
              public Type type(Instance instance) { return new Type(); }
            }
            """)
        .compileCleanly();
  }

  @Test
  void everyKindOfValueCompiles() {
    new Sources()
        .inTest(
            "public enum Color { RED { @Override public String toString() { return \"r\"; } }, BLUE"
                + " }")
        .inTest("public record Page<T>(List<T> items, Optional<Page<T>> next, T[] more) {}")
        .inTest("public record Tree(String name, List<Tree> children, Map<Color, Tree> byColor) {}")
        .inTest(
            """
            public class Bean {
              private String name = "";
              public int count;
              public Bean() {}
              public String getName() { return name; }
              public void setName(String name) { this.name = name; }
              public Thread getThread() { return Thread.currentThread(); }
              public ArrayList<Color> colors = new ArrayList<>();
            }
            """)
        .inTest("@RemoteModule public interface Files { int count(); }")
        .inTest(
            "public record Holder(Files files, byte[] bytes, List<Files> all, Throwable error) {}")
        .inTest(
            """
            @RemoteModule
            public class Values {
              public boolean a(byte a, short b, char c, int d, long e, float f, double g) { return true; }
              public Boolean b(Byte a, Short b, Character c, Integer d, Long e, Float f, Double g) { return true; }
              public Color c(Color[] a, List<Color> b, Set<Color> c, Map<Color, List<int[]>> d) { return Color.RED; }
              public java.math.BigInteger d(java.math.BigDecimal a, java.net.URI b, UUID c, java.nio.file.Path d) { return java.math.BigInteger.ONE; }
              public java.time.Instant e(java.time.Duration a, java.time.ZonedDateTime b, Locale c, Date d, File e) { return java.time.Instant.EPOCH; }
              public OptionalInt f(OptionalLong a, Optional<String> b, Optional<List<Integer>> c, Currency d) { return OptionalInt.empty(); }
              public Page<String> g(Page<Page<Tree>> a, Bean b, Holder c, Page<Files> d) { return new Page<>(List.of(), Optional.empty(), new String[0]); }
              public java.nio.ByteBuffer h(byte[] a, byte[][] b, boolean[] c, char[][] d) { return java.nio.ByteBuffer.allocate(1); }
              public Throwable i(Exception a, RuntimeException b, List<Throwable> c) { return a; }
              public Iterable<Files> j(Collection<Values> a, Values[][] b, Map<String, Values> c, Files[] d) { return List.of(); }
            }
            """)
        .compileCleanly();
  }

  @Test
  void moduleWithoutPackageCompiles() {
    new Sources()
        .add(
            "@dev.remora.annotation.RemoteModule public class Root { public Root self() { return"
                + " this; } }")
        .compileCleanly();
  }

  @Test
  void packagePrivateModuleHasPackagePrivateCounterparts() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule class Hidden { public int one() { return 1; } }")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.HiddenStub")).contains("\nclass HiddenStub");
    assertThat(Sources.generated(compilation, "test.HiddenDispatcher"))
        .contains("\nfinal class HiddenDispatcher");
  }

  @Test
  void methodsOfObjectAreLocalEvenIfOverridden() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Local implements Cloneable {
                  @Override public String toString() { return ""; }
                  @Override public int hashCode() { return 1; }
                  @Override public boolean equals(Object other) { return true; }
                  @Override public Local clone() { return this; }
                  public boolean equals(Local other) { return true; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.LocalStub"))
        .contains("public boolean equals(LocalStub other)")
        .doesNotContain("toString")
        .doesNotContain("hashCode")
        .doesNotContain("clone");
  }

  @Test
  void deprecatedMembersStayDeprecatedAndCauseNoWarning() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Aging {
                  /**
                   * Old.
                   *
                   * @deprecated use {@link #fresh}
                   */
                  @Deprecated public int old() { return 1; }
                  @Deprecated(since = "1", forRemoval = true) public int doomed() { return 1; }
                  @Deprecated public int field;
                  @Deprecated(forRemoval = true) public static int statics;
                  @Deprecated @RemoteConstructor public Aging() {}
                  public int fresh() { return 1; }
                }
                """)
            .inTest(
                "@Deprecated @RemoteModule public class Gone { public Gone self() { return this; }"
                    + " }")
            .inTest(
                "@Deprecated(forRemoval = true) @RemoteModule public class Dead { public Dead"
                    + " self() { return this; } }")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.AgingStub"))
        .contains("@deprecated use {@code fresh}")
        .contains("@Deprecated\n  public int old()")
        .contains("forRemoval = true\n  )\n  public int doomed()")
        .doesNotContain("SuppressWarnings");
  }

  @Test
  void documentationIsCopiedAsFarAsItHoldsElsewhere() {
    Compilation compilation =
        new Sources()
            .inTest("class Unknown {}")
            .inTest(
                """
                @RemoteModule
                public class Documented {
                  /**
                   * Uses {@link Unknown} &amp; <b>HTML</b>. And more.
                   *
                   * @param x the {@linkplain Unknown thing}
                   * @return <i>something</i>
                   * @see Unknown
                   * @throws IOException when it fails
                   */
                  public int one(int x) throws IOException { return x; }
                  /** {@inheritDoc} */
                  @Override public String toString() { return ""; }
                  /** @return only a tag */
                  public int two() { return 2; }
                  /** A property with 1 &lt; 2. */
                  public int three;
                  /** First line,
                   *  second {@code x < y} line.
                   *
                   * <p>Second paragraph.
                   */
                  public int four() { return 4; }
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.DocumentedStub"))
        .contains("   * @param x the thing\n")
        .contains("   * @return something\n")
        .contains("   * @throws IOException when it fails\n")
        .contains(
            "   * First line,\n   * second {@code x < y} line.\n   *\n   * Second paragraph.\n")
        .doesNotContain("@see")
        .doesNotContain("inheritDoc");
  }

  @Test
  void methodsOfTheJdkThatCannotCrossAreLeftOut() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Bag implements Iterable<String>, AutoCloseable {
                  @RemoteIgnore @Override public Iterator<String> iterator() { return Collections.emptyIterator(); }
                  @Override public void close() {}
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.BagStub"))
        .contains("class BagStub extends RemoteStub implements AutoCloseable {")
        .doesNotContain("spliterator")
        .doesNotContain("forEach");
  }
}
