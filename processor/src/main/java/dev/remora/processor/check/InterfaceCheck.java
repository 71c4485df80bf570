package dev.remora.processor.check;

import com.google.auto.common.MoreElements;
import dev.remora.annotation.RemoteIgnore;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.TypeText;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Module interfaces, which their stubs implement whole: renderers see the interface in signatures.
 */
final class InterfaceCheck implements Check {

  @Override
  public Stream<Problem> check(ModuleModel module) {
    return module.isInterface()
        ? Stream.concat(signatures(module), ignored(module))
        : Stream.empty();
  }

  private static Stream<Problem> signatures(ModuleModel module) {
    return module
        .executables()
        .filter(executable -> executable.kind() == MemberKind.METHOD)
        .flatMap(method -> signature(module, method));
  }

  private static Stream<Problem> signature(ModuleModel module, ExecutableModel method) {
    Stream<Problem> ofParameters =
        method.parameters().stream()
            .flatMap(
                parameter ->
                    classes(
                        module,
                        Places.of(module, method, parameter.origin()),
                        Subjects.of(method, parameter),
                        parameter.passing()));
    Stream<Problem> ofResult =
        classes(
            module,
            Places.of(module, method, method.origin()),
            Subjects.ofResult(method),
            method.result());
    return Stream.concat(ofParameters, ofResult);
  }

  private static Stream<Problem> classes(
      ModuleModel module, Element place, String subject, Passing passing) {
    return passing
        .all()
        .filter(part -> part.parts().isEmpty() && part.isChangedByStub())
        .map(
            part ->
                Problem.at(
                    place,
                    Diagnostic.INTERFACE_SIGNATURE,
                    subject,
                    TypeText.qualified(part.type()),
                    module.names().stub().simpleName(),
                    module.origin().getSimpleName()));
  }

  private static Stream<Problem> ignored(ModuleModel module) {
    return module.ignored().stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .map(method -> ignored(module, method));
  }

  private static Problem ignored(ModuleModel module, ExecutableElement method) {
    TypeElement owner = MoreElements.asType(method.getEnclosingElement());
    Element place = owner.equals(module.origin()) ? method : module.annotated();
    String name = owner.getSimpleName() + "." + method.getSimpleName();
    return Problem.at(
        place,
        RemoteIgnore.class,
        Diagnostic.INTERFACE_IGNORE,
        name,
        module.names().stub().simpleName());
  }
}
