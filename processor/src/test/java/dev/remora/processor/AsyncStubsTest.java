package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** {@code @RemoteModule(async = true)}, and the timeouts of both kinds of stubs. */
class AsyncStubsTest {

  @Test
  void onlyModulesThatAskForAnAsynchronousStubHaveOne() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule public class Plain { public int x() { return 1; } }")
            .inTest("@RemoteModule(async = true) public class Both { public int x; }")
            .compileCleanly();

    assertThat(compilation.generatedSourceFiles())
        .extracting(file -> file.getName().replaceAll(".*/", ""))
        .containsExactlyInAnyOrder(
            "PlainStub.java",
            "PlainDispatcher.java",
            "BothStub.java",
            "BothAsyncStub.java",
            "BothDispatcher.java");
  }

  @Test
  void resultsAreInFuturesAndPromisesAreFuturesThemselves() {
    Compilation compilation =
        async(
            """
            public int number() { return 1; }
            public char[] chars(byte x) { return new char[0]; }
            public String text() { return ""; }
            public void nothing() {}
            public @Nullable Void none() { return null; }
            public @Nullable Entry maybe(Map<String, Entry> x) { return null; }
            public CompletableFuture<Entry> promise() { return null; }
            public @Nullable CompletionStage<@Nullable Subject> stage() { return null; }
            public List<CompletableFuture<Entry>> promises() { return List.of(); }
            public Supplier<? extends Entry> function(Consumer<? super Entry> x) { return null; }
            public Subject self(Files files) { return this; }
            public boolean flag;
            public final long[] fixed = new long[0];
            public static double statics(float x) { return x; }
            @RemoteConstructor public Subject(Entry... entries) {}
            """);

    assertThat(stub(compilation))
        .contains("public CompletableFuture<Integer> number()")
        .contains("return call.invokeAsync(MetaReader::readInt);")
        .contains("public CompletableFuture<char[]> chars(byte x)")
        .contains("return call.invokeAsync(MetaReader::readString);")
        .contains("public CompletableFuture<Void> nothing()")
        .contains("return call.invokeAsync(result -> result.read(Codecs.VOID));")
        .contains("public CompletableFuture<@Nullable Void> none()")
        .contains("public CompletableFuture<@Nullable Entry> maybe(Map<String, Entry> x)")
        .contains("result -> result.read(WireCodecs.NULLABLE_ENTRY)")
        .contains("public CompletableFuture<Entry> promise()")
        .contains("return call.invokePromise(result -> result.read(WireCodecs.PROMISE_OF_ENTRY));")
        .contains("public CompletableFuture<@Nullable SubjectStub> stage()")
        .contains(
            "return call.invokePromise(result -> result.read(WireCodecs.STAGE_OF_NULLABLE_SUBJECT));")
        .contains("public CompletableFuture<List<CompletableFuture<Entry>>> promises()")
        .contains(
            "return call.invokeAsync(result -> result.read(WireCodecs.LIST_OF_PROMISE_OF_ENTRY));")
        .contains("public CompletableFuture<Supplier<? extends Entry>> function(")
        .contains("public CompletableFuture<SubjectStub> self(Files files)")
        .contains("public CompletableFuture<Boolean> flag()")
        .contains("public CompletableFuture<Void> flag(boolean flag)")
        .contains("public CompletableFuture<long[]> fixed()")
        .doesNotContain("fixed(long[]")
        .contains("public static CompletableFuture<Double> statics(RemoteContext remote, float x)")
        .contains("remote.require(SubjectStub.TYPE).memberCall(\"statics\")")
        .contains(
            "public static CompletableFuture<SubjectStub> construct(RemoteContext remote,"
                + " Entry... entries)");
  }

  @Test
  void declaredExceptionsAreMadeByALambdaAndNotThrown() {
    Compilation compilation =
        async(
            """
            /**
             * Reads.
             *
             * @param e what
             * @throws IOException if it cannot be read
             */
            public void one(int e) throws IOException {}
            public CompletableFuture<Entry> two(String result, int message) throws FileNotFoundException, IOException, Failed { return null; }
            public int three() throws IllegalStateException, Error { return 1; }
            """);

    assertThat(stub(compilation))
        .contains("   * @param e what\n   */\n  public CompletableFuture<Void> one(int e) {")
        .contains(
            """
                  return call.invokeAsync(
                      result -> result.read(Codecs.VOID),
                      e2 -> e2.rethrowAs(IOException.class, IOException::new));
            """)
        .contains(
            """
                  return call.invokePromise(
                      result2 -> result2.read(WireCodecs.PROMISE_OF_ENTRY),
                      e ->
                          e.rethrowAs(FileNotFoundException.class, FileNotFoundException::new)
                              .rethrowAs(IOException.class, IOException::new)
                              .rethrowAs(Failed.class, message2 -> new Failed()));
            """)
        .contains("e -> e.rethrowAs(IllegalStateException.class, IllegalStateException::new));")
        .doesNotContain("@throws")
        .doesNotContain("throws ");
  }

  @Test
  void oneWayMembersArePostedAsInTheSynchronousStub() {
    Compilation compilation = async("@OneWay public void tell(String stub, int call) {}");

    assertThat(stub(compilation))
        .contains("public void tell(String stub, int call) {")
        .contains("try (RemoteCall call2 = RemoteCall.memberCall(this.stub, \"tell\")) {")
        .contains("call2.post();");
  }

  @Test
  void proxiesAreThoseOfTheSynchronousStub() {
    Compilation compilation =
        async(
            """
            public Supplier<Runnable> both(Consumer<Entry> x, List<@Nullable Runnable> y) { return null; }
            public record Told(Runnable done) {}
            public void told(Told told) {}
            """);

    assertThat(stub(compilation))
        .contains("Codecs.function(SubjectStub.ConsumerOfEntry.TYPE)")
        .contains("new HeldFunction(Subject.Told.class, \"done\", SubjectStub.RemoteRunnable.TYPE)")
        .doesNotContain("extends RemoteFunction");
    assertThat(Sources.generated(compilation, "test.SubjectStub"))
        .contains("  static final class ConsumerOfEntry extends RemoteFunction");
  }

  @Test
  void visibilityNullnessAndDeprecationAreThoseOfTheModule() {
    Compilation compilation =
        new Sources()
            .nullMarked()
            .inTest(
                """
                import org.jspecify.annotations.*;
                @NullUnmarked
                @Deprecated(forRemoval = true)
                @RemoteModule(async = true)
                class Old {
                  @Deprecated public String x() { return null; }
                  public Old self() { return this; }
                }
                """)
            .inTest(
                "public class Outer { @RemoteModule(async = true) public static class Inner {"
                    + " public int x() { return 1; } } }")
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.OldAsyncStub"))
        .contains("@NullUnmarked")
        .contains("\nfinal class OldAsyncStub {")
        .contains("@Deprecated\n  public CompletableFuture<String> x()")
        .contains("NULLABLE_STRING");
    assertThat(Sources.generated(compilation, "test.Outer_InnerAsyncStub"))
        .contains("private final Outer_InnerStub stub;");
  }

  @Test
  void bothStubsHaveATimeout() {
    Compilation compilation = async("public int x() { return 1; }");

    assertThat(Sources.generated(compilation, "test.SubjectStub"))
        .contains("public SubjectStub withTimeout(Duration timeout) {")
        .contains("return RemoteStub.withTimeout(this, timeout);");
    assertThat(stub(compilation))
        .contains("public SubjectAsyncStub withTimeout(Duration timeout) {")
        .contains("return of(RemoteStub.withTimeout(stub, timeout));");
  }

  @Test
  void aModulesOwnTimeoutComesFirst() {
    Compilation compilation =
        async(
            """
            import java.time.Duration;
            """,
            """
            public Subject withTimeout(Duration timeout) { return this; }
            """);

    assertThat(Sources.generated(compilation, "test.SubjectStub"))
        .contains("RemoteCall.memberCall(this, \"withTimeout\")")
        .doesNotContain("RemoteStub.withTimeout");
    assertThat(stub(compilation))
        .contains("public CompletableFuture<SubjectStub> withTimeout(Duration timeout)")
        .doesNotContain("RemoteStub.withTimeout");
  }

  @Test
  void aTimeoutOfOtherParametersOrOfAPropertyIsNotMistaken() {
    assertThat(
            Sources.generated(async("public void withTimeout(long millis) {}"), "test.SubjectStub"))
        .contains("RemoteStub.withTimeout(this, timeout)");
    assertThat(
            Sources.generated(
                async(
                    "import java.time.Duration;",
                    "public static void withTimeout(Duration timeout) {}"),
                "test.SubjectStub"))
        .contains("RemoteStub.withTimeout(this, timeout)");
    assertThat(
            Sources.generated(
                async(
                    "import java.time.Duration;",
                    "public Duration withTimeout = Duration.ofSeconds(1);"),
                "test.SubjectStub"))
        .contains("public void withTimeout(Duration withTimeout)")
        .doesNotContain("RemoteStub.withTimeout");
  }

  @Test
  void aTimeoutThatAnInterfaceImplementsIsInherited() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                import java.time.Duration;
                @RemoteModule(async = true)
                public interface Timed {
                  int x();
                  @RemoteIgnore default void withTimeout(Duration timeout) {}
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.TimedStub")).doesNotContain("withTimeout");
    assertThat(Sources.generated(compilation, "test.TimedAsyncStub"))
        .contains("return of(RemoteStub.withTimeout(stub, timeout));");
  }

  @Test
  void aMemberMayHaveTheNameOfWhatTheStubHasWithOtherParameters() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule(async = true)
                public interface Subject {
                  int of(int x);
                  int of(Subject other);
                  int require(String x);
                  int construct();
                  int stub();
                }
                """)
            .compileCleanly();

    assertThat(stub(compilation))
        .contains("public static SubjectAsyncStub of(SubjectStub stub)")
        .contains("public CompletableFuture<Integer> of(Subject other)")
        .contains("public CompletableFuture<Integer> stub()");
  }

  @Test
  void twoModulesWhoseStubsWouldHaveOneNameAreExplained() {
    Compilation compilation =
        new Sources()
            .inTest("@RemoteModule(async = true) public class One { public int x; }")
            .inTest("@RemoteModule public class OneAsync { public int x; }")
            .compile();

    assertThat(Sources.messages(compilation, Diagnostic.Kind.ERROR))
        .anySatisfy(
            message ->
                assertThat(message)
                    .containsPattern(
                        "\\[RemoteFile] (OneStub, OneAsyncStub or OneDispatcher|"
                            + "OneAsyncStub or OneAsyncDispatcher) cannot be written: "));
  }

  private static Compilation async(String members) {
    return async("", members);
  }

  /** Compiles a null-marked module of the given members. */
  private static Compilation async(String imports, String members) {
    return new Sources()
        .inTest("public record Entry(String name) {}")
        .inTest("@RemoteModule public interface Files { int count(); }")
        .inTest(
            """
            public class Failed extends Exception {
              private static final long serialVersionUID = 1L;
            }
            """)
        .inTest(
            imports
                + """
                import java.util.concurrent.*;
                import java.util.function.*;
                import org.jspecify.annotations.*;

                @NullMarked
                @RemoteModule(async = true)
                public class Subject {
                """
                + members
                + "}\n")
        .compileCleanly();
  }

  private static String stub(Compilation compilation) {
    return Sources.generated(compilation, "test.SubjectAsyncStub");
  }
}
