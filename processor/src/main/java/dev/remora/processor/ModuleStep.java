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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic.Kind;

/** Takes one module through the stages, and tells javac what came of it. */
final class ModuleStep {
  /** The option that makes errors of warnings. */
  static final String STRICT = "remora.strict";

  private final ModuleReader reader;
  private final ModuleWriter writer;
  private final Filer filer;
  private final Messager messager;
  private final boolean strict;

  ModuleStep(ProcessingEnvironment environment) {
    this.reader = new ModuleReader(environment.getTypeUtils(), environment.getElementUtils());
    this.writer = new ModuleWriter(environment.getElementUtils());
    this.filer = environment.getFiler();
    this.messager = environment.getMessager();
    this.strict = environment.getOptions().containsKey(STRICT);
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
          module.unresolved().forEach(missing -> print(unresolved(module, missing)));
        }
        return lastRound;
      }
      Problems problems = Problems.of(module);
      problems.all().forEach(this::print);
      if (!problems.haveErrors()) {
        write(module);
      }
    } catch (RuntimeException | StackOverflowError bug) {
      print(Problem.at(type, Diagnostic.BUG, type.getQualifiedName(), stackOf(bug)));
    }
    return true;
  }

  private void write(ModuleModel module) {
    try {
      writer.write(module, filer);
    } catch (IOException e) {
      String files = namesOf(module, " or ");
      print(Problem.at(module.origin(), Diagnostic.FILE, files, String.valueOf(e.getMessage())));
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

  private void print(Problem problem) {
    Kind kind = strict ? Kind.ERROR : problem.diagnostic().kind();
    Element element = problem.element();
    // javac takes null for "no annotation" in effect, but does not say so.
    problem
        .annotation()
        .ifPresentOrElse(
            annotation -> messager.printMessage(kind, problem.text(), element, annotation),
            () -> messager.printMessage(kind, problem.text(), element));
  }

  private static String stackOf(Throwable bug) {
    StringWriter stack = new StringWriter();
    bug.printStackTrace(new PrintWriter(stack));
    return stack.toString();
  }
}
