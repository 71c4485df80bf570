package dev.remora.processor.check;

import com.google.auto.common.MoreElements;
import dev.remora.annotation.OneWay;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.Refusal;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** {@code @OneWay}, which would silently wait as long as nothing implements it. */
final class OneWayCheck implements Check {

  @Override
  public Stream<Problem> check(ModuleModel module) {
    return module.executables().flatMap(executable -> check(module, executable));
  }

  private static Stream<Problem> check(ModuleModel module, ExecutableModel executable) {
    Stream<Problem> ofMethod =
        problem(module, executable, executable.origin(), executable.description());
    Stream<Problem> ofParameters =
        executable.parameters().stream()
            .filter(parameter -> !isCallback(parameter))
            .flatMap(
                parameter ->
                    problem(
                        module,
                        executable,
                        parameter.origin(),
                        Subjects.of(executable, parameter)));
    return Stream.concat(ofMethod, ofParameters);
  }

  /** That it is a callback is reported already, and outweighs how it would be called. */
  private static boolean isCallback(ParameterModel parameter) {
    return parameter.passing() instanceof Passing.Refused refused
        && refused.reason() == Refusal.CALLBACK;
  }

  private static Stream<Problem> problem(
      ModuleModel module, ExecutableModel executable, Element element, String subject) {
    if (!MoreElements.isAnnotationPresent(element, OneWay.class)) {
      return Stream.empty();
    }
    Element place = Places.of(module, executable, element);
    return Stream.of(Problem.at(place, OneWay.class, "", Diagnostic.ONE_WAY, subject));
  }
}
