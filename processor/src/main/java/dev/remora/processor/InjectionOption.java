package dev.remora.processor;

import com.palantir.javapoet.ClassName;
import dev.remora.processor.check.Diagnostic;
import dev.remora.processor.model.Injection;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The option {@code -Aremora.inject}; what is wrong with it is said once. */
final class InjectionOption {
  private final ProcessingEnvironment environment;
  private @Nullable Injection read;

  InjectionOption(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /**
   * What is asked for, or nothing where that cannot be had.
   *
   * @param module one of the modules: what it sees, the others see
   */
  Injection seenFrom(TypeElement module) {
    Injection known = read;
    if (known == null) {
      known = read(environment.getOptions().getOrDefault(Injection.OPTION, ""), module);
      read = known;
    }
    return known;
  }

  private Injection read(String value, TypeElement module) {
    Optional<Injection> asked = Injection.of(value);
    if (asked.isEmpty()) {
      print(Diagnostic.INJECT_OPTION, value);
      return Injection.NONE;
    }
    Optional<ClassName> unseen =
        asked.flatMap(Injection::annotation).filter(annotation -> !sees(module, annotation));
    unseen.ifPresent(annotation -> print(Diagnostic.INJECT_CLASS, value, annotation));
    return unseen.isPresent() ? Injection.NONE : asked.get();
  }

  private boolean sees(TypeElement module, ClassName annotation) {
    Elements elements = environment.getElementUtils();
    return elements.getTypeElement(elements.getModuleOf(module), annotation.canonicalName())
        != null;
  }

  /** About no element: the option stands in the build. */
  private void print(Diagnostic diagnostic, Object... parts) {
    environment.getMessager().printMessage(diagnostic.kind(), diagnostic.format(parts));
  }
}
