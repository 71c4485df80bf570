package dev.remora.processor;

import com.palantir.javapoet.ClassName;
import dev.remora.processor.check.Diagnostic;
import dev.remora.processor.check.Problem;
import dev.remora.processor.check.Problems;
import dev.remora.processor.discover.ModuleReader;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.TypeText;
import dev.remora.processor.write.ModuleWriter;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Takes one module through the stages, and tells javac what came of it. */
final class ModuleStep {
  private final ModuleReader reader;
  private final ModuleWriter writer;
  private final InjectionOption injection;
  private final Filer filer;
  private final Messages messages;

  ModuleStep(ProcessingEnvironment environment, InjectionOption injection) {
    this.reader = new ModuleReader(environment.getTypeUtils(), environment.getElementUtils());
    this.writer = new ModuleWriter(environment.getElementUtils(), environment.getTypeUtils());
    this.injection = injection;
    this.filer = environment.getFiler();
    this.messages = Messages.of(environment);
  }

  /**
   * Reads, checks and writes a module.
   *
   * @param lastRound whether nobody will write missing types any more
   * @return false if it has to wait for another round
   */
  boolean process(TypeElement type, boolean lastRound) {
    try {
      ModuleModel module = reader.read(type);
      if (!module.unresolved().isEmpty()) {
        if (lastRound) {
          module.unresolved().forEach(missing -> messages.print(unresolved(module, missing)));
        }
        return lastRound;
      }
      Problems problems = Problems.of(module);
      problems.all().forEach(messages::print);
      if (!problems.haveErrors()) {
        write(module);
      }
    } catch (RuntimeException | StackOverflowError bug) {
      messages.printBug(type, bug);
    }
    return true;
  }

  private void write(ModuleModel module) {
    try {
      writer.write(module, injection.seenFrom(module.origin()), filer);
    } catch (IOException e) {
      String files = namesOf(module, " or ");
      messages.print(
          Problem.at(module.origin(), Diagnostic.FILE, files, String.valueOf(e.getMessage())));
    }
  }

  private static Problem unresolved(ModuleModel module, TypeMirror missing) {
    return Problem.at(
        module.origin(), Diagnostic.UNRESOLVED, namesOf(module, " and "), TypeText.simple(missing));
  }

  /** The generated classes: {@code AStub, AAsyncStub and ADispatcher}. */
  private static String namesOf(ModuleModel module, String lastSeparator) {
    List<String> names = module.generated().stream().map(ClassName::simpleName).toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + lastSeparator + names.get(last);
  }
}
