package dev.remora.processor.check;

import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** The types in signatures. */
final class TypeCheck implements Check {

  @Override
  public Stream<Problem> check(ModuleModel module) {
    return Stream.concat(
        module.executables().flatMap(executable -> check(module, executable)),
        module.properties().flatMap(property -> check(module, property)));
  }

  private static Stream<Problem> check(ModuleModel module, PropertyModel property) {
    return problems(
        module, property, property.origin(), property.description(), property.passing());
  }

  private static Stream<Problem> check(ModuleModel module, ExecutableModel executable) {
    Stream<Problem> ofParameters =
        executable.parameters().stream()
            .flatMap(
                parameter ->
                    problems(
                        module,
                        executable,
                        parameter.origin(),
                        Subjects.of(executable, parameter),
                        parameter.passing()));
    Stream<Problem> ofResult =
        problems(
            module,
            executable,
            executable.origin(),
            Subjects.ofResult(executable),
            executable.result());
    return Stream.of(generic(module, executable), ofParameters, ofResult).flatMap(all -> all);
  }

  private static Stream<Problem> generic(ModuleModel module, ExecutableModel executable) {
    return !executable.isOpen()
        ? Stream.empty()
        : Stream.of(
            Problem.at(
                Places.of(module, executable, executable.origin()),
                Diagnostic.GENERIC_METHOD,
                executable.description(),
                Places.wayOut(module, executable)));
  }

  private static Stream<Problem> problems(
      ModuleModel module, MemberModel member, Element part, String subject, Passing passing) {
    RefusalTexts texts =
        new RefusalTexts(
            Places.of(module, member, part),
            subject,
            Places.wayOut(module, member),
            module.names().packageName());
    Stream<Problem> refusals =
        passing
            .all()
            .filter(Passing.Refused.class::isInstance)
            .map(Passing.Refused.class::cast)
            .flatMap(refused -> texts.explain(refused).stream());
    return Stream.concat(refusals, FunctionsAlike.in(module, passing).stream().map(texts::explain));
  }
}
