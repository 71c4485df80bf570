package dev.remora.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Our processor, with a filer of the test. */
final class WithFiler extends AbstractProcessor {
  private final RemoraProcessor delegate = new RemoraProcessor();
  private final UnaryOperator<Filer> filer;

  WithFiler(UnaryOperator<Filer> filer) {
    this.filer = filer;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Filer ours = filer.apply(environment.getFiler());
    delegate.init(
        proxy(
            ProcessingEnvironment.class,
            environment,
            (method, args, result) -> result instanceof Filer ? ours : result));
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
    boolean unused = delegate.process(annotations, round);
    return false;
  }

  /** Sees each result of an object, and gives one in its place. */
  @FunctionalInterface
  interface Watcher {
    Object seen(String method, Object[] args, Object result);
  }

  static <T> T proxy(Class<T> type, T target, Watcher watcher) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> {
              try {
                return watcher.seen(method.getName(), args, method.invoke(target, args));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
