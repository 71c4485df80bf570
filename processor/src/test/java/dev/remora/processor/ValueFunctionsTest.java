package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/** Functional interfaces inside of records and beans; everything compiles cleanly. */
class ValueFunctionsTest {

  @Test
  void eachComponentThatHoldsAFunctionIsNamedInBothProcesses() {
    Compilation compilation =
        in(
            new Sources()
                .nullMarked()
                .inTest(
                    """
                    import java.util.function.*;
                    public record Handlers(String name, Consumer<Entry> onEntry, Consumer<String> onText, Runnable[] onEnd) {}
                    """),
            "public Handlers echo(Handlers handlers, List<Handlers> more) { return handlers; }");

    assertThat(stub(compilation))
        .contains("Codecs.value(Handlers.class, functionsInHandlers());")
        .contains("Codecs.list(Codecs.value(Handlers.class, functionsInHandlers()));")
        .containsOnlyOnce(
            """
              private static List<HeldFunction> functionsInHandlers() {
                return List.of(
                    new HeldFunction(Handlers.class, "onEnd", RemoteRunnable.TYPE),
                    new HeldFunction(Handlers.class, "onEntry", ConsumerOfEntry.TYPE),
                    new HeldFunction(Handlers.class, "onText", ConsumerOfString.TYPE));
              }
            """);
    assertThat(dispatcher(compilation))
        .contains("new HeldFunction(Handlers.class, \"onText\", ConsumerOfString.TYPE)")
        .contains("private static final class ConsumerOfString extends RemoteFunction");
  }

  @Test
  void valuesWithoutFunctionsAreAsBefore() {
    Compilation compilation =
        in(new Sources(), "public Entry echo(List<Entry> x) { return x.get(0); }");

    assertThat(stub(compilation))
        .contains("ENTRY = EntryCodec.CODEC;")
        .doesNotContain("HeldFunction");
  }

  @Test
  void functionsAreFoundAtAnyDepth() {
    Compilation compilation =
        in(
            new Sources()
                .inTest(
                    """
                    import java.util.function.*;
                    public record Outer(Map<String, List<Inner>> inner, Optional<Page<Supplier<Entry>>> page, Inner... more) {}
                    """)
                .inTest("public record Inner(ArrayList<TreeMap<String, Runnable>> deep) {}")
                .inTest("public record Page<T>(T first, List<T> items) {}"),
            "public void take(Outer outer, Page<Comparator<Entry>> page, Page<Entry> entries) {}");

    assertThat(stub(compilation))
        .contains("new HeldFunction(Inner.class, \"deep\", RemoteRunnable.TYPE)")
        .contains("new HeldFunction(Page.class, \"first\", SupplierOfNullableEntry.TYPE)")
        .contains("new HeldFunction(Page.class, \"items\", SupplierOfNullableEntry.TYPE)")
        .doesNotContain("HeldFunction(Outer.class")
        .contains(
            "Codecs.<Page<Comparator<Entry>>>value(Page.class, functionsInPageOfComparatorOfEntry(),"
                + " Codecs.function(ComparatorOfEntry.TYPE))")
        .contains("new HeldFunction(Page.class, \"items\", ComparatorOfEntry.TYPE)")
        .contains("Codecs.<Page<Entry>>value(Page.class, EntryCodec.CODEC)");
  }

  @Test
  void valuesAndFunctionsThatLeadToThemselvesEnd() {
    Compilation compilation =
        in(
            new Sources()
                .nullMarked()
                .inTest("public record Node(Runnable run, List<Node> children, Visitor visitor) {}")
                .inTest("public interface Visitor { Node visit(Node node, Chain<Runnable> rest); }")
                .inTest("public record Chain<T>(T head, Optional<Chain<T>> tail) {}"),
            "public Node walk(Node node, Chain<Chain<Visitor>> chain) { return node; }");

    assertThat(stub(compilation))
        .containsOnlyOnce("new HeldFunction(Node.class, \"run\", RemoteRunnable.TYPE)")
        .containsOnlyOnce("new HeldFunction(Node.class, \"visitor\", RemoteVisitor.TYPE)")
        .contains("new HeldFunction(Chain.class, \"head\", RemoteVisitor.TYPE)")
        .contains("new HeldFunction(Chain.class, \"head\", RemoteRunnable.TYPE)")
        .containsOnlyOnce("class RemoteVisitor extends");
  }

  @Test
  void deliveryIsThatOfTheComponent() {
    Compilation compilation =
        in(
            new Sources()
                .nullMarked()
                .inTest(
                    """
                    public record Handlers(@OneWay Runnable posted, @OneWay(false) Runnable awaited, Runnable plain, @OneWay Runnable written) {
                      @Override public Runnable written() { return written; }
                    }
                    """)
                .inTest(
                    """
                    public class Bean {
                      private Runnable told = () -> {};
                      @OneWay public Runnable getTold() { return told; }
                      public void setTold(Runnable told) { this.told = told; }
                    }
                    """),
            "public void take(Handlers handlers, Bean bean) {}");

    assertThat(stub(compilation))
        .contains("new HeldFunction(Handlers.class, \"posted\", PostedRunnable.TYPE)")
        .contains("new HeldFunction(Handlers.class, \"written\", PostedRunnable.TYPE)")
        .contains("new HeldFunction(Handlers.class, \"awaited\", AwaitedRunnable.TYPE)")
        .contains("new HeldFunction(Handlers.class, \"plain\", RemoteRunnable.TYPE)")
        .contains("new HeldFunction(Bean.class, \"told\", PostedRunnable.TYPE)");
  }

  @Test
  void propertiesOfBeansHaveTheNamesThatDatabindGivesThem() {
    Compilation compilation =
        in(
            new Sources()
                .nullMarked()
                .inTest(
                    """
                    public abstract class Base<T> {
                      public T field;
                      public T getURL() { return field; }
                      public void setURL(T x) {}
                    }
                    """)
                .inTest("public class Bean extends Base<Runnable> {}"),
            "public void take(Bean bean) {}");

    assertThat(stub(compilation))
        .contains("new HeldFunction(Base.class, \"URL\", RemoteRunnable.TYPE)")
        .contains("new HeldFunction(Base.class, \"field\", RemoteRunnable.TYPE)");
  }

  @Test
  void namesOfOursStepAsideForMembers() {
    Compilation compilation =
        in(
            new Sources()
                .inTest("public record HeldFunction(Runnable run) {}")
                .inTest("public record Handlers(Runnable run) {}"),
            """
            public Handlers functionsInHandlers(Handlers a, HeldFunction b) { return a; }
            public int functionsInHeldFunction;
            """);

    assertThat(stub(compilation))
        .contains("functionsInHandlers2()")
        .contains("functionsInHeldFunction2()");
  }

  @Test
  void moduleInterfacesMayStandInFunctionsInsideOfValues() {
    Compilation compilation =
        in(
            new Sources()
                .nullMarked()
                .inTest(
                    "public record Handlers(java.util.function.Function<Files, Optional<Files>> f)"
                        + " {}"),
            "public Handlers take(Handlers handlers) { return handlers; }");

    assertThat(stub(compilation)).contains("public Optional<Files> apply(Files arg1)");
  }

  /** Compiles a null-marked module of the given members. */
  private static Compilation in(Sources sources, String members) {
    return sources
        .inTest("public record Entry(String name) {}")
        .inTest("@RemoteModule public interface Files { int count(); }")
        .inTest(
            """
            import java.util.function.*;
            import org.jspecify.annotations.*;

            @NullMarked
            @RemoteModule
            public class Subject {
            """
                + members
                + "}\n")
        .compileCleanly();
  }

  private static String stub(Compilation compilation) {
    return Sources.generated(compilation, "test.SubjectStub");
  }

  private static String dispatcher(Compilation compilation) {
    return Sources.generated(compilation, "test.SubjectDispatcher");
  }
}
