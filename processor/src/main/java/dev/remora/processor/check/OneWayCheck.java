package dev.remora.processor.check;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.remora.annotation.OneWay;
import dev.remora.processor.model.ComponentModel;
import dev.remora.processor.model.Delivery;
import dev.remora.processor.model.ExceptionModel;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.FunctionModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.TypeText;
import dev.remora.processor.model.ValueModel;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** {@code @OneWay} where somebody would have to wait, or where there is nothing to call. */
final class OneWayCheck implements Check {

  @Override
  public Stream<Problem> check(ModuleModel module) {
    return Stream.of(
            module.executables().flatMap(executable -> check(module, executable)),
            module.functions().stream().flatMap(function -> check(module, function)),
            module.values().stream().flatMap(value -> check(module, value)))
        .flatMap(problems -> problems);
  }

  private static Stream<Problem> check(ModuleModel module, ExecutableModel executable) {
    Stream<Problem> ofParameters =
        executable.parameters().stream()
            .filter(parameter -> isMisplaced(module, parameter))
            .map(parameter -> misplaced(module, executable, parameter));
    return executable.delivery() == Delivery.POSTED
        ? Stream.concat(answers(module, executable), ofParameters)
        : ofParameters;
  }

  /** What a method that nobody waits for would answer. */
  private static Stream<Problem> answers(ModuleModel module, ExecutableModel executable) {
    Element place = Places.of(module, executable, executable.origin());
    String subject = executable.description();
    if (!(executable.result() instanceof Passing.Nothing)) {
      String result = TypeText.simple(executable.result().type());
      return Stream.of(at(place, Diagnostic.ONE_WAY_RESULT, subject, result));
    }
    return executable.exceptions().stream()
        .filter(exception -> exception.kind() == ExceptionModel.Kind.CHECKED)
        .limit(1)
        .map(exception -> TypeText.simple(exception.type()))
        .map(exception -> at(place, Diagnostic.ONE_WAY_EXCEPTION, subject, exception));
  }

  /** A functional interface may be anywhere, so the module has to show its problems. */
  private static Stream<Problem> check(ModuleModel module, FunctionModel function) {
    String name = function.description();
    Stream<Problem> ofMethod =
        isOneWay(function.method()) && !function.isVoid()
            ? Stream.of(
                Problem.at(
                    module.annotated(),
                    Diagnostic.ONE_WAY_RESULT,
                    name,
                    TypeText.simple(function.result().type())))
            : Stream.empty();
    Stream<Problem> ofParameters =
        function.parameters().stream()
            .filter(parameter -> isMisplaced(module, parameter))
            .map(
                parameter ->
                    Problem.at(
                        module.annotated(),
                        Diagnostic.ONE_WAY_PARAMETER,
                        "parameter '" + parameter.name() + "' of " + name,
                        TypeText.simple(parameter.passing().type())));
    return Stream.concat(ofMethod, ofParameters);
  }

  /** A record may be anywhere as well. */
  private static Stream<Problem> check(ModuleModel module, ValueModel value) {
    return value.components().stream()
        .filter(component -> isOneWay(component) && !isVoidFunction(module, component.passing()))
        .map(
            component ->
                Problem.at(
                    module.annotated(),
                    Diagnostic.ONE_WAY_PARAMETER,
                    component.description(),
                    TypeText.simple(component.passing().type())));
  }

  private static boolean isOneWay(ComponentModel component) {
    return component.annotations().stream()
        .anyMatch(annotation -> MoreTypes.isTypeOf(OneWay.class, annotation.getAnnotationType()));
  }

  private static boolean isMisplaced(ModuleModel module, ParameterModel parameter) {
    return isOneWay(parameter.origin()) && !isVoidFunction(module, parameter.passing());
  }

  /** What is refused for another reason counts as one: that reason outweighs how it is called. */
  private static boolean isVoidFunction(ModuleModel module, Passing passing) {
    if (passing instanceof Passing.OrNull orNull) {
      return isVoidFunction(module, orNull.passing());
    }
    return passing instanceof Passing.Refused
        || (passing instanceof Passing.Function function
            && module.function(function).map(FunctionModel::isVoid).orElse(true));
  }

  private static boolean isOneWay(Element element) {
    return MoreElements.isAnnotationPresent(element, OneWay.class);
  }

  private static Problem misplaced(
      ModuleModel module, ExecutableModel executable, ParameterModel parameter) {
    return at(
        Places.of(module, executable, parameter.origin()),
        Diagnostic.ONE_WAY_PARAMETER,
        Subjects.of(executable, parameter),
        TypeText.simple(parameter.passing().type()));
  }

  private static Problem at(Element place, Diagnostic diagnostic, Object... parts) {
    return Problem.at(place, OneWay.class, diagnostic, parts);
  }
}
