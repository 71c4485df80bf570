package dev.remora.processor.check;

import dev.remora.processor.model.ExceptionModel;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.TypeText;
import java.util.stream.Stream;

/** Declared exceptions that a stub could not throw. */
final class ExceptionCheck implements Check {

  @Override
  public Stream<Problem> check(ModuleModel module) {
    return module.executables().flatMap(executable -> check(module, executable));
  }

  private static Stream<Problem> check(ModuleModel module, ExecutableModel executable) {
    return executable.exceptions().stream()
        .filter(exception -> exception.making() == ExceptionModel.Making.IMPOSSIBLE)
        .map(
            exception ->
                Problem.at(
                    Places.of(module, executable, executable.origin()),
                    Diagnostic.EXCEPTION,
                    executable.description(),
                    TypeText.qualified(exception.type()),
                    Places.wayOut(module, executable)));
  }
}
