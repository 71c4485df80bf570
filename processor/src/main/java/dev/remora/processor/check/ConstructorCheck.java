package dev.remora.processor.check;

import dev.remora.annotation.RemoteConstructor;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.ModuleModel;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Constructors that nobody could call. */
final class ConstructorCheck implements Check {

  @Override
  public Stream<Problem> check(ModuleModel module) {
    return module
        .executables()
        .filter(executable -> executable.kind() == MemberKind.CONSTRUCTOR)
        .flatMap(constructor -> check(module, constructor));
  }

  private static Stream<Problem> check(ModuleModel module, ExecutableModel constructor) {
    if (module.origin().getModifiers().contains(Modifier.ABSTRACT)) {
      return problem(constructor, Diagnostic.CONSTRUCTOR_OF_ABSTRACT);
    }
    return constructor.origin().getModifiers().contains(Modifier.PRIVATE)
        ? problem(constructor, Diagnostic.CONSTRUCTOR_PRIVATE)
        : Stream.empty();
  }

  private static Stream<Problem> problem(ExecutableModel constructor, Diagnostic diagnostic) {
    return Stream.of(
        Problem.at(
            constructor.origin(), RemoteConstructor.class, diagnostic, constructor.description()));
  }
}
