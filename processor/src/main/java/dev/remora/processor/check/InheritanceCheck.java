package dev.remora.processor.check;

import com.google.auto.common.MoreTypes;
import dev.remora.annotation.RemoteIgnore;
import dev.remora.processor.model.ExceptionModel;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.PropertyModel;
import dev.remora.processor.model.StubSignatures;
import dev.remora.processor.model.TypeText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Members that the stub of a superclass has: a stub that extends it must have them as well, and
 * nothing else in their places.
 *
 * <p>Methods that override methods are left to javac, which has compiled the module: what can stand
 * in the place of another result there can do so in the stubs.
 */
final class InheritanceCheck implements Check {
  private static final String TIMEOUT = "withTimeout(java.time.Duration)";

  @Override
  public Stream<Problem> check(ModuleModel module) {
    Optional<ModuleModel> parent = module.lineage().parent();
    if (parent.isEmpty()) {
      return Stream.empty();
    }
    Map<String, MemberModel> own = bySignature(module);
    Stream<Problem> ofAncestors =
        module
            .lineage()
            .ancestors()
            .flatMap(
                ancestor ->
                    ancestor.members().stream()
                        // The parent has what it inherits, but neither constructors nor statics.
                        .filter(
                            member ->
                                ancestor.origin().equals(parent.get().origin())
                                    || member.kind().isOfClass())
                        .flatMap(member -> check(module, own, ancestor, member)));
    return Stream.of(ofAncestors, timeout(parent.get(), module), wireNames(module))
        .flatMap(problems -> problems);
  }

  private static Map<String, MemberModel> bySignature(ModuleModel module) {
    Map<String, MemberModel> members = new HashMap<>();
    module
        .members()
        .forEach(
            member ->
                StubSignatures.of(member)
                    .forEach(signature -> members.putIfAbsent(signature, member)));
    return members;
  }

  private static Stream<Problem> check(
      ModuleModel module,
      Map<String, MemberModel> own,
      ModuleModel ancestor,
      MemberModel inherited) {
    return StubSignatures.of(inherited)
        .flatMap(
            signature -> {
              MemberModel member = own.get(signature);
              if (member == null) {
                return inherited.kind().isOfClass()
                    ? Stream.empty()
                    : missing(module, ancestor, inherited);
              }
              return hasBoth(module, member, inherited)
                  ? Stream.empty()
                  : misfit(module, member, inherited, signature);
            })
        .limit(1);
  }

  /** The clash is within the module, and is reported as such. */
  private static boolean hasBoth(ModuleModel module, MemberModel member, MemberModel inherited) {
    return !member.origin().equals(inherited.origin())
        && module.members().stream().anyMatch(own -> own.origin().equals(inherited.origin()));
  }

  /** It is ignored in the subclass, or hidden by what is. */
  private static Stream<Problem> missing(
      ModuleModel module, ModuleModel ancestor, MemberModel inherited) {
    Optional<? extends Element> ignored = ignoredIn(module, inherited);
    Object[] parts = {
      inherited.description(),
      ancestor.names().stub().simpleName(),
      module.names().stub().simpleName(),
      module.origin().getSimpleName(),
      ancestor.origin().getSimpleName()
    };
    return Stream.of(
        ignored
            .map(
                element ->
                    Problem.at(element, RemoteIgnore.class, Diagnostic.INHERITED_IGNORED, parts))
            .orElseGet(() -> Problem.at(module.origin(), Diagnostic.INHERITED_IGNORED, parts)));
  }

  private static Optional<? extends Element> ignoredIn(ModuleModel module, MemberModel inherited) {
    return module.origin().getEnclosedElements().stream()
        .filter(element -> element.getSimpleName().contentEquals(inherited.name()))
        .filter(element -> element.getKind() == inherited.origin().getKind())
        .filter(element -> Annotations.find(element, RemoteIgnore.class).isPresent())
        .findFirst();
  }

  private static Stream<Problem> misfit(
      ModuleModel module, MemberModel member, MemberModel inherited, String signature) {
    if (!isOfSameSort(member, inherited)) {
      return clash(module, member, inherited, signature);
    }
    return member.kind() == MemberKind.CONSTRUCTOR
        ? exceptions(module, (ExecutableModel) member, (ExecutableModel) inherited)
        : Stream.empty();
  }

  /** Whether one can stand in the other's place. */
  private static boolean isOfSameSort(MemberModel member, MemberModel inherited) {
    if (member instanceof PropertyModel one && inherited instanceof PropertyModel other) {
      return member.kind().isOfClass() == inherited.kind().isOfClass()
          && one.passing().signature().equals(other.passing().signature());
    }
    return member.kind() == inherited.kind();
  }

  private static Stream<Problem> clash(
      ModuleModel module, MemberModel member, MemberModel inherited, String signature) {
    return Stream.of(
        Problem.at(
            Places.of(module, member, member.origin()),
            Diagnostic.NAME_CLASH,
            member.description(),
            inherited.description(),
            signature,
            module.names().stub().simpleName()));
  }

  /** A static method must not throw more than the one that it hides. */
  private static Stream<Problem> exceptions(
      ModuleModel module, ExecutableModel constructor, ExecutableModel inherited) {
    return constructor.exceptions().stream()
        .filter(exception -> exception.kind() == ExceptionModel.Kind.CHECKED)
        .filter(exception -> isUndeclared(exception.type(), inherited.exceptions()))
        .map(
            exception ->
                Problem.at(
                    Places.of(module, constructor, constructor.origin()),
                    Diagnostic.INHERITED_CONSTRUCTOR,
                    constructor.description(),
                    TypeText.qualified(exception.type()),
                    inherited.description(),
                    module.names().stub().simpleName()))
        .limit(1);
  }

  private static boolean isUndeclared(TypeMirror type, List<ExceptionModel> declared) {
    return Stream.iterate(
            type, next -> next.getKind() == TypeKind.DECLARED, InheritanceCheck::above)
        .map(TypeText::qualified)
        .noneMatch(
            name ->
                declared.stream().anyMatch(other -> TypeText.qualified(other.type()).equals(name)));
  }

  private static TypeMirror above(TypeMirror type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    return element.getSuperclass();
  }

  /** The superclass's stub has one of its own, which returns a stub. */
  private static Stream<Problem> timeout(ModuleModel parent, ModuleModel module) {
    if (parent.declares(TIMEOUT)) {
      return Stream.empty();
    }
    return module.members().stream()
        .filter(member -> StubSignatures.of(member).anyMatch(TIMEOUT::equals))
        .map(
            member ->
                Problem.at(
                    Places.of(module, member, member.origin()),
                    Diagnostic.NAME_RESERVED,
                    member.description(),
                    TIMEOUT,
                    module.names().stub().simpleName()));
  }

  /** A property whose name is that of an inherited method to the other process. */
  private static Stream<Problem> wireNames(ModuleModel module) {
    return module
        .properties()
        .flatMap(
            property ->
                module
                    .executables()
                    .filter(executable -> executable.kind() == MemberKind.METHOD)
                    .filter(method -> method.wireName().equals(property.wireName()))
                    .flatMap(method -> clash(module, property, method, property.wireName())));
  }
}
