package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functional interfaces in signatures, in both directions; everything compiles cleanly. */
class FunctionsTest {

  @Test
  void interfacesOfTheJdkCross() {
    Compilation compilation =
        functions(
            """
            public void a(Runnable a, Consumer<String> b, BiConsumer<Integer, String[]> c, IntConsumer d) {}
            public Supplier<Entry> b(Function<Entry, List<Entry>> a, UnaryOperator<String> b, IntBinaryOperator c) { return null; }
            public boolean c(Predicate<Entry> a, Comparator<Entry> b, BooleanSupplier c) { return true; }
            public Callable<byte[]> d(Callable<int[]> a) { return null; }
            public Executor e(FileFilter a) { return null; }
            """);

    assertThat(stub(compilation))
        .contains("private static final class RemoteRunnable extends RemoteFunction")
        .contains("implements Runnable {")
        .contains("public boolean test(Entry arg1)")
        .contains("public int compare(Entry arg1, Entry arg2)")
        .contains("public int applyAsInt(int arg1, int arg2)")
        .contains("public void accept(Integer arg1, String[] arg2)")
        .contains("public int[] call() throws Exception")
        .contains("throw e.rethrowAs(Exception.class, Exception::new);")
        .contains("/** A {@code Function<Entry, List<Entry>>} that lives in the other process. */");
    assertThat(dispatcher(compilation))
        .contains("reply.writeInt(function.applyAsInt(arg1, arg2));")
        .contains("private static void run(Callable<int[]> function, MetaReader args, Reply reply)")
        .contains("throws Exception {");
  }

  @Test
  void interfacesOfTheUserCrossWhetherMarkedOrNot() {
    Compilation compilation =
        in(
            new Sources()
                .nullMarked()
                .inTest(
                    """
                    public interface Listener {
                      void changed(String what, long when, int... lines);
                      default void twice(String what) { changed(what, 1); changed(what, 2); }
                      static Listener none() { return (what, when, lines) -> {}; }
                      @Override String toString();
                    }
                    """)
                .inTest(
                    "@FunctionalInterface public interface Parser<I, O> { O parse(I input) throws"
                        + " IOException, Failed; }")
                .inTest("public interface TextParser extends Parser<String, List<Integer>> {}")
                .inTest("public interface One { void same(); }")
                .inTest("public interface Two { void same(); }")
                .inTest("public interface Both extends One, Two {}")
                .inTest("public interface Saved extends Serializable { int save(); }")
                .inTest("public interface Ending extends Closeable {}")
                .inTest(
                    "@SuppressWarnings(\"try\") public interface Risky extends AutoCloseable {}")
                .inTest("public interface Changes extends EventListener { void run(int run); }")
                .inTest(
                    """
                    public class Failed extends Exception {
                      private static final long serialVersionUID = 1L;
                    }
                    """),
            """
            public Listener a(Listener a, TextParser b, Parser<Entry, Map<String, Entry>> c) { return a; }
            public void b(Both a, Saved b, Ending c, Changes d, Risky e) {}
            """);

    assertThat(stub(compilation))
        .contains("class RemoteListener extends RemoteFunction implements Listener {")
        .contains("public void changed(String what, long when, int... lines)")
        .doesNotContain("twice")
        .contains("class RemoteTextParser extends RemoteFunction implements TextParser {")
        .contains("public List<Integer> parse(String input) throws IOException, Failed")
        .contains("public Map<String, Entry> parse(Entry input) throws IOException, Failed")
        .contains(".rethrowAs(IOException.class, IOException::new)")
        .contains(".rethrowAs(Failed.class, message -> new Failed())")
        .contains("public void run(int run)")
        .containsOnlyOnce("@SuppressWarnings(\"serial\")")
        .containsOnlyOnce("@SuppressWarnings(\"try\")")
        .contains("private static void run(Changes function, MetaReader args, Reply reply)");
  }

  @Test
  void modulesInFunctionsAreStubsInTheRenderer() {
    Compilation compilation =
        functions(
            """
            public void a(Consumer<Subject> a, Function<List<Subject>, Subject> b, Supplier<Files> c) {}
            public Supplier<Subject> self() { return () -> this; }
            """);

    assertThat(stub(compilation))
        .contains("implements Consumer<SubjectStub> {")
        .contains("public SubjectStub apply(List<SubjectStub> arg1)")
        .contains("public Files get()")
        .contains("public Supplier<SubjectStub> self()");
    assertThat(dispatcher(compilation))
        .contains("implements Consumer<Subject> {")
        .contains("public Subject apply(List<Subject> arg1)");
  }

  @Test
  void functionsCrossInsideCollectionsAndFields() {
    Compilation compilation =
        functions(
            """
            public Runnable onEnd;
            public static final IntSupplier LIMIT = () -> 1;
            @RemoteConstructor public Subject(Runnable start) { onEnd = start; }
            public List<Supplier<String>> a(Map<String, Runnable> a, Runnable[] b, Optional<Runnable> c, Set<List<Runnable>> d) { return List.of(); }
            public void b(Runnable... all) {}
            """);

    assertThat(stub(compilation))
        .contains("Codecs.list(Codecs.function(SupplierOfString.TYPE))")
        .contains("Codecs.array(Runnable[].class, Codecs.function(RemoteRunnable.TYPE))")
        .contains("Codecs.map(Codecs.STRING, Codecs.function(RemoteRunnable.TYPE))")
        .contains("public Runnable onEnd()")
        .contains("public void onEnd(Runnable onEnd)")
        .contains("public static IntSupplier LIMIT(RemoteContext remote)")
        .containsOnlyOnce("class RemoteRunnable ");
  }

  @Test
  void functionsThatTakeAndReturnFunctionsCross() {
    Compilation compilation =
        in(
            new Sources()
                .nullMarked()
                .inTest(
                    "public interface Step { Step next(java.util.function.Consumer<Step> told); }")
                .inTest("public interface Ping { void ping(Pong pong); }")
                .inTest("public interface Pong { void pong(List<Ping> pings); }"),
            """
            public Step step(Step first) { return first; }
            public void play(Ping ping) {}
            public Function<String, Function<Integer, Runnable>> curried() { return null; }
            """);

    assertThat(stub(compilation))
        .containsOnlyOnce("class RemoteStep ")
        .containsOnlyOnce("class RemotePing ")
        .containsOnlyOnce("class RemotePong ")
        .contains("public Step next(Consumer<Step> told)")
        .contains("public Function<Integer, Runnable> apply(String arg1)");
  }

  @Test
  void wildcardsStayInTheSignatureAndAreBoundsInTheProxy() {
    Compilation compilation =
        functions(
            """
            public void a(Consumer<? super Entry> a, Function<? super Entry, ? extends List<Entry>> b) {}
            public List<Predicate<? super Subject>> b(Comparator<? super Subject> a) { return List.of(); }
            public void c(Consumer<? super Consumer<? super Entry>> a, Consumer<Entry> b) {}
            """);

    assertThat(stub(compilation))
        .contains("public void a(Consumer<? super Entry> a,")
        .contains("Function<? super Entry, ? extends List<Entry>> b)")
        .contains("implements Function<Entry, List<Entry>> {")
        .contains("FunctionType<Function<? super Entry, ? extends List<Entry>>> TYPE")
        .contains(
            "public List<Predicate<? super SubjectStub>> b(Comparator<? super SubjectStub> a)")
        .contains("implements Predicate<SubjectStub> {")
        .contains("implements Consumer<Consumer<? super Entry>> {");
    assertThat(dispatcher(compilation)).contains("Comparator<? super Subject> a = args.read(");
  }

  @Test
  void nullnessIsThatOfTypeArgumentsAndOfTheInterface() {
    Compilation compilation =
        in(
            new Sources()
                .nullMarked()
                .inTest(
                    """
                    import org.jspecify.annotations.Nullable;
                    public interface Finder<T> { @Nullable T find(List<T> in, @Nullable String how, int where); }
                    """),
            """
            public void a(Consumer<@Nullable String> a, Consumer<String> b, @Nullable Runnable c) {}
            public void b(Finder<Entry> a) {}
            """);

    assertThat(stub(compilation))
        .contains("Consumer<@Nullable String> a, Consumer<String> b, @Nullable Runnable c)")
        .contains("class ConsumerOfNullableString extends")
        .contains("public void accept(@Nullable String arg1)")
        .contains("public void accept(String arg1)")
        .contains("public @Nullable Entry find(List<Entry> in, @Nullable String how, int where)")
        .contains("readNullable(WireCodecs.ENTRY)")
        .contains("args.writeNullable(WireCodecs.RUNNABLE, c)");
  }

  @Test
  void inUnmarkedCodeArgumentsOfFunctionsMayBeNull() {
    Compilation compilation =
        new Sources()
            .inTest(
                "@RemoteModule public class Subject { public void a("
                    + "java.util.function.Consumer<String> a) {} }")
            .compileCleanly();

    assertThat(stub(compilation))
        .contains("writeNullable(WireCodecs.CONSUMER_OF_NULLABLE_STRING, a)")
        .contains("writeNullableString(arg1)")
        .doesNotContain("@Nullable");
  }

  @Test
  void promisesCrossBothWays() {
    Compilation compilation =
        functions(
            """
            public CompletableFuture<Entry> a(CompletableFuture<List<Subject>> a) { return null; }
            public CompletionStage<@Nullable String> b(CompletionStage<Integer> a) { return null; }
            public CompletableFuture<Void> c(CompletableFuture<@Nullable Void> a) { return a; }
            public Map<String, CompletableFuture<Runnable>> d(Function<String, CompletableFuture<Entry>> a) { return Map.of(); }
            public Callable<Void> e(Supplier<@Nullable Void> a) { return () -> null; }
            """);

    assertThat(stub(compilation))
        .contains("Codecs.promise(EntryCodec.CODEC)")
        .contains("public CompletableFuture<Entry> a(CompletableFuture<List<SubjectStub>> a)")
        .contains("Codecs.stage(Codecs.STRING.nullable())")
        .contains("PROMISE_OF_VOID = Codecs.promise(Codecs.VOID)")
        .contains("public CompletableFuture<Void> c(CompletableFuture<@Nullable Void> a)")
        .contains("public CompletableFuture<Entry> apply(String arg1)");
  }

  @Test
  void oneWayMethodsArePostedAndTheirDispatcherIsTheSame() {
    Compilation compilation =
        functions(
            """
            @OneWay public void a(String line) {}
            @OneWay public static void b() {}
            @OneWay(false) public void c() {}
            @OneWay public void d(int x) throws IllegalStateException {}
            """);

    assertThat(stub(compilation))
        .contains(
            """
                  call.wrapArgs().writeString(line);
                  call.post();
                }
              }
            """)
        .contains("\"@OneWay static void b()\"")
        .contains("\"@OneWay(false) void c()\"");
    assertThat(stub(compilation).split("call\\.post\\(\\);", -1)).hasSize(4);
    assertThat(dispatcher(compilation)).contains("self.a(line);\n    reply.writeVoid();");
  }

  @Test
  void oneWayOfAParameterOrOfItsInterfaceIsTheDeliveryOfTheFunction() {
    Compilation compilation =
        in(
            new Sources()
                .inTest("public interface Posted { @OneWay void told(String what); }")
                .inTest("public interface Outer { void take(@OneWay Runnable inner); }"),
            """
            public void a(@OneWay Runnable a, @OneWay(false) Runnable b, Runnable c) {}
            public void b(Posted a, @OneWay(false) Posted b, @OneWay Consumer<Entry> c, Outer d) {}
            public void c(@OneWay @Nullable Runnable a) {}
            """);

    assertThat(stub(compilation))
        .contains("args.write(WireCodecs.POSTED_RUNNABLE, a)")
        .contains("args.write(WireCodecs.AWAITED_RUNNABLE, b)")
        .contains("args.write(WireCodecs.RUNNABLE, c)")
        .contains("FunctionType.Delivery.POSTED,\n            PostedRunnable::new")
        .contains("FunctionType.Delivery.AWAITED,\n            AwaitedPosted::new")
        .contains(
            "\"void a(@OneWay java.lang.Runnable, @OneWay(false) java.lang.Runnable,"
                + " java.lang.Runnable)\"")
        .containsOnlyOnce("class PostedRunnable")
        .contains("class PostedConsumerOfEntry extends RemoteFunction");
    assertThat(dispatcher(compilation)).contains("FunctionType.Delivery.POSTED");
  }

  @Test
  void moduleInterfacesAndStubsThatImplementInterfacesMayHaveFunctions() {
    Compilation compilation =
        new Sources()
            .inTest("public interface Watching { Runnable watch(Runnable told); }")
            .inTest(
                "@RemoteModule public interface Watcher extends Watching { @OneWay void"
                    + " tell(java.util.function.Consumer<Watcher> who); }")
            .inTest(
                "@RemoteModule public abstract class Service implements Watching, Iterable<String>"
                    + " { @RemoteIgnore @Override public Iterator<String> iterator() { return null;"
                    + " } }")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.WatcherStub"))
        .contains("implements Watcher {")
        .contains("@Override\n  public Runnable watch(Runnable told)");
    assertThat(Sources.generated(compilation, "test.ServiceStub"))
        .contains("implements Watching {")
        .doesNotContain("forEach");
  }

  @Test
  void namesOfOursStepAsideForThoseOfInterfaces() {
    in(
        new Sources()
            .inTest(
                "public interface Function { int call(int call, int args, int function, int reply,"
                    + " int e, int message) throws Failed; }")
            .inTest("public interface ConsumerOfEntry { void accept(Entry e); }")
            .inTest("public interface FunctionType { void type(int type); }")
            .inTest("public interface Runnables { void run(); }")
            .inTest(
                """
                public class Failed extends Exception {
                  private static final long serialVersionUID = 1L;
                }
                """)
            .inTest("public class Outer { public interface Runnables { void run(int x); } }"),
        """
        public void a(test.Function a, ConsumerOfEntry b, Consumer<Entry> c, FunctionType d, Runnables e, Outer.Runnables f) {}
        """);
  }

  @Test
  void fingerprintCoversDelivery() {
    assertThat(
            List.of(
                fingerprint("public void a(Runnable a) {}"),
                fingerprint("public void a(@OneWay Runnable a) {}"),
                fingerprint("public void a(@OneWay(false) Runnable a) {}"),
                fingerprint("@OneWay public void a(Runnable a) {}")))
        .doesNotHaveDuplicates();
  }

  private static String fingerprint(String members) {
    return stub(functions(members)).replaceAll("(?s).*\"([0-9a-f]{16})\".*", "$1");
  }

  private static Compilation functions(String members) {
    return in(new Sources(), members);
  }

  /** Compiles a null-marked module of the given members. */
  private static Compilation in(Sources sources, String members) {
    return sources
        .inTest("public record Entry(String name) {}")
        .inTest("@RemoteModule public interface Files { int count(); }")
        .inTest(
            """
            import java.util.concurrent.*;
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
