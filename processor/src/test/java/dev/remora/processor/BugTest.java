package dev.remora.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What users see of a bug of ours. */
class BugTest {

  @Test
  void crashIsACompileErrorAtTheModuleWithTheStack() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new Crashing())
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

  /** Our processor, with a filer that fails as none should. */
  private static final class Crashing extends AbstractProcessor {
    private final RemoraProcessor delegate = new RemoraProcessor();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      delegate.init(
          (ProcessingEnvironment)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {ProcessingEnvironment.class},
                  (proxy, method, args) ->
                      method.getName().equals("getFiler")
                          ? crashingFiler()
                          : method.invoke(environment, args)));
    }

    private static Filer crashingFiler() {
      return (Filer)
          Proxy.newProxyInstance(
              Crashing.class.getClassLoader(),
              new Class<?>[] {Filer.class},
              (proxy, method, args) -> {
                throw new IllegalStateException("a bug");
              });
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return delegate.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return delegate.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      delegate.process(annotations, round);
      return false;
    }
  }
}
