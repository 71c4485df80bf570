package dev.remora.processor;

import static net.ltgt.gradle.incap.IncrementalAnnotationProcessorType.ISOLATING;

import com.google.auto.service.AutoService;
import dev.remora.annotation.RemoteInterfaces;
import dev.remora.annotation.RemoteModule;
import dev.remora.processor.model.Injection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Writes stubs and a dispatcher for each {@link RemoteModule}, and for each interface that a {@link
 * RemoteInterfaces} lists.
 *
 * <p>What has types that are not all known waits for the next round, in which another processor may
 * have written them; after the last round it is explained which one is missing.
 */
@AutoService(Processor.class)
@IncrementalAnnotationProcessor(ISOLATING)
public final class RemoraProcessor extends AbstractProcessor {
  /** By name: elements of one round are not those of the next. */
  private final Set<String> waitingModules = new LinkedHashSet<>();

  private final Set<String> waitingLists = new LinkedHashSet<>();
  private final Set<String> waitingPackages = new LinkedHashSet<>();

  private @Nullable InjectionOption injection;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(RemoteModule.class.getName(), RemoteInterfaces.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(Injection.OPTION, Messages.STRICT);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    InjectionOption option = injection == null ? new InjectionOption(processingEnv) : injection;
    injection = option;
    for (Element module : round.getElementsAnnotatedWith(RemoteModule.class)) {
      waitingModules.add(nameOf(module));
    }
    for (Element list : round.getElementsAnnotatedWith(RemoteInterfaces.class)) {
      boolean isPackage = list.getKind() == ElementKind.PACKAGE;
      (isPackage ? waitingPackages : waitingLists).add(nameOf(list));
    }
    Elements elements = processingEnv.getElementUtils();
    boolean last = round.processingOver();
    ModuleStep modules = new ModuleStep(processingEnv, option);
    InterfacesStep lists = new InterfacesStep(processingEnv);
    finish(waitingModules, elements::getTypeElement, module -> modules.process(module, last));
    finish(waitingLists, elements::getTypeElement, list -> lists.process(list, last));
    finish(waitingPackages, elements::getPackageElement, list -> lists.process(list, last));
    return false;
  }

  /** Processes what waits; what cannot be processed yet goes on waiting. */
  private static <E extends Element> void finish(
      Set<String> waiting, Function<String, @Nullable E> find, Predicate<E> process) {
    for (String name : List.copyOf(waiting)) {
      E element = find.apply(name);
      if (element != null && process.test(element)) {
        waiting.remove(name);
      }
    }
  }

  private static String nameOf(Element element) {
    return ((QualifiedNameable) element).getQualifiedName().toString();
  }
}
