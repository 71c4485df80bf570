package dev.remora.processor;

import dev.remora.annotation.UnsupportedMembers;
import dev.remora.processor.check.Diagnostic;
import dev.remora.processor.check.Problem;
import dev.remora.processor.check.Problems;
import dev.remora.processor.discover.InterfaceLists;
import dev.remora.processor.discover.ModuleReader;
import dev.remora.processor.model.Injection;
import dev.remora.processor.model.InterfaceList;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.TypeText;
import dev.remora.processor.write.ModuleWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * Takes one list of foreign interfaces through the stages. Its interfaces refer to one another, so
 * all of them are written or none.
 */
final class InterfacesStep {
  private final ModuleReader reader;
  private final ModuleWriter writer;
  private final Filer filer;
  private final Messages messages;

  InterfacesStep(ProcessingEnvironment environment) {
    this.reader = new ModuleReader(environment.getTypeUtils(), environment.getElementUtils());
    this.writer = new ModuleWriter(environment.getElementUtils(), environment.getTypeUtils());
    this.filer = environment.getFiler();
    this.messages = Messages.of(environment);
  }

  /**
   * Reads, checks and writes a list.
   *
   * @param annotated the package or type that has it
   * @param lastRound whether nobody will write missing types any more
   * @return false if it has to wait for another round
   */
  boolean process(Element annotated, boolean lastRound) {
    try {
      InterfaceList list = InterfaceLists.read(annotated);
      Problems ofList = Problems.of(list);
      if (ofList.haveErrors()) {
        ofList.all().forEach(messages::print);
        return true;
      }
      List<ModuleModel> modules =
          list.interfaces().stream().map(type -> reader.read(type, list)).toList();
      List<TypeMirror> unresolved =
          Stream.concat(
                  list.unresolved().stream(),
                  modules.stream().flatMap(module -> module.unresolved().stream()))
              .toList();
      if (!unresolved.isEmpty()) {
        if (lastRound) {
          unresolved.forEach(missing -> messages.print(unresolved(list, missing)));
        }
        return lastRound;
      }
      write(list, checked(list, modules));
    } catch (RuntimeException | StackOverflowError bug) {
      messages.printBug(annotated, bug);
    }
    return true;
  }

  /** Those that can be written; all of them, unless there are errors. */
  private List<ModuleModel> checked(InterfaceList list, List<ModuleModel> modules) {
    List<ModuleModel> good = new ArrayList<>();
    for (ModuleModel module : modules) {
      ModuleModel rest =
          list.unsupportedMembers() == UnsupportedMembers.THROW
              ? Problems.withoutUnsupported(module)
              : module;
      Problems problems = Problems.of(rest);
      problems.all().forEach(messages::print);
      if (!problems.haveErrors()) {
        good.add(rest);
      }
    }
    return good;
  }

  private void write(InterfaceList list, List<ModuleModel> modules) {
    if (modules.size() < list.interfaces().size()) {
      return;
    }
    try {
      for (ModuleModel module : modules) {
        // Nobody requires them, so no container can make them.
        writer.write(module, Injection.NONE, filer);
      }
      writer.write(list, filer);
    } catch (IOException e) {
      messages.print(
          Problem.at(
              list.annotated(), Diagnostic.FILE, nameOf(list), String.valueOf(e.getMessage())));
    }
  }

  private static Problem unresolved(InterfaceList list, TypeMirror missing) {
    return Problem.at(
        list.annotated(), Diagnostic.UNRESOLVED, nameOf(list), TypeText.simple(missing));
  }

  private static String nameOf(InterfaceList list) {
    return "the stubs and dispatchers of "
        + (list.annotated().getSimpleName().isEmpty()
            ? "the package"
            : list.annotated().toString());
  }
}
