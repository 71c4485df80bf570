package dev.remora.processor;

import static net.ltgt.gradle.incap.IncrementalAnnotationProcessorType.ISOLATING;

import com.google.auto.service.AutoService;
import dev.remora.annotation.RemoteModule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessor;

/**
 * Writes stubs and a dispatcher for each {@link RemoteModule}.
 *
 * <p>A module whose types are not all known waits for the next round, in which another processor
 * may have written them; after the last round it is explained which one is missing.
 */
@AutoService(Processor.class)
@IncrementalAnnotationProcessor(ISOLATING)
public final class RemoraProcessor extends AbstractProcessor {
  /** By name: elements of one round are not those of the next. */
  private final Set<String> waiting = new LinkedHashSet<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(RemoteModule.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(ModuleStep.STRICT);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Elements elements = processingEnv.getElementUtils();
    ModuleStep step = new ModuleStep(processingEnv);
    for (Element module : round.getElementsAnnotatedWith(RemoteModule.class)) {
      waiting.add(((TypeElement) module).getQualifiedName().toString());
    }
    for (String name : List.copyOf(waiting)) {
      TypeElement module = elements.getTypeElement(name);
      if (module != null && step.process(module, round.processingOver())) {
        waiting.remove(name);
      }
    }
    return false;
  }
}
