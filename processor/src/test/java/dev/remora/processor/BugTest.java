package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.Proxy;
import javax.annotation.processing.Filer;
import org.junit.jupiter.api.Test;

/** What users see of a bug of ours. */
class BugTest {

  @Test
  void crashIsACompileErrorAtTheModuleWithTheStack() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new WithFiler(filer -> crashing()))
            .compile(
                JavaFileObjects.forSourceString(
                    "test.Subject",
                    """
                    package test;

                    @dev.remora.annotation.RemoteModule
                    public class Subject {
                      public int x() {
                        return 1;
                      }
                    }
                    """));

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getLineNumber()).isEqualTo(4);
              assertThat(error.getMessage(null))
                  .startsWith("[RemoteBug] the Remora processor failed on test.Subject, which")
                  .contains("is a bug of ours; please report it with this text:")
                  .contains("java.lang.IllegalStateException: a bug")
                  .contains("at dev.remora.processor.ModuleStep");
            });
  }

  /** A filer that fails as none should. */
  private static Filer crashing() {
    return (Filer)
        Proxy.newProxyInstance(
            BugTest.class.getClassLoader(),
            new Class<?>[] {Filer.class},
            (proxy, method, args) -> {
              throw new IllegalStateException("a bug");
            });
  }
}
