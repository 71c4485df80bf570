package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/** What a stub rethrows. */
class ExceptionsTest {

  @Test
  void eachIsMadeWithTheConstructorThatItHas() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Thrower {
                  public static class WithCause extends Exception {
                    private static final long serialVersionUID = 1L;
                    public WithCause(String message, Throwable cause) { super(message, cause); }
                  }
                  public static class Bare extends RuntimeException {
                    private static final long serialVersionUID = 1L;
                  }
                  public void withMessage() throws IOException {}
                  public void withCause() throws WithCause {}
                  public void bare() throws Bare {}
                  public void any() throws Exception {}
                  public void anything() throws Throwable {}
                  public static void ofClass() throws InterruptedException {}
                  @RemoteConstructor public Thrower() throws IOException {}
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.ThrowerStub"))
        .contains("throw e.rethrowAs(IOException.class, IOException::new);")
        .contains("throw e.rethrowWithCause(Thrower.WithCause.class, Thrower.WithCause::new);")
        .contains("throw e.rethrowAs(Thrower.Bare.class, message -> new Thrower.Bare());")
        .contains("throw e.rethrowAs(Exception.class, Exception::new);")
        .contains("throw e.rethrowAs(Throwable.class, Throwable::new);")
        .contains("public static ThrowerStub construct(RemoteContext remote) throws IOException {");
  }

  @Test
  void theMostSpecificIsTriedFirst() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Order {
                  public void many() throws IOException, InterruptedException, FileNotFoundException {}
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.OrderStub"))
        .contains(
            """
                  throw e
                      .rethrowAs(FileNotFoundException.class, FileNotFoundException::new)
                      .rethrowAs(IOException.class, IOException::new)
                      .rethrowAs(InterruptedException.class, InterruptedException::new);
            """);
  }

  @Test
  void whatTheRuntimeThrowsByItselfIsNotRethrown() {
    Compilation compilation =
        new Sources()
            .inTest(
                """
                @RemoteModule
                public class Unchecked {
                  public void one() throws RuntimeException, UncheckedIOException, OutOfMemoryError {}
                }
                """)
            .compileCleanly();

    assertThat(Sources.generated(compilation, "test.UncheckedStub")).doesNotContain("rethrow");
  }
}
