package dev.remora.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A module: what its stub and its dispatcher are generated from.
 *
 * @param name the name under which it is required
 * @param members all of them, in {@link MemberModel#ORDER}
 * @param functions the functional interfaces that the members lead to
 * @param ignored the public methods that {@code @RemoteIgnore} takes out
 * @param unresolvedSupertypes those that are not known, perhaps not yet
 */
public record ModuleModel(
    TypeElement origin,
    ModuleNames names,
    String name,
    List<MemberModel> members,
    List<FunctionModel> functions,
    List<ExecutableElement> ignored,
    StubInterfaces interfaces,
    NullMark nullMark,
    Optional<Deprecation> deprecation,
    List<TypeMirror> unresolvedSupertypes) {

  public ModuleModel {
    members = List.copyOf(members);
    functions = List.copyOf(functions);
    ignored = List.copyOf(ignored);
    unresolvedSupertypes = List.copyOf(unresolvedSupertypes);
  }

  public boolean isInterface() {
    return origin.getKind() == ElementKind.INTERFACE;
  }

  public Stream<ExecutableModel> executables() {
    return members.stream()
        .filter(ExecutableModel.class::isInstance)
        .map(ExecutableModel.class::cast);
  }

  public Stream<PropertyModel> properties() {
    return members.stream().filter(PropertyModel.class::isInstance).map(PropertyModel.class::cast);
  }

  /** The functional interface of a passing, if it could be read. */
  public Optional<FunctionModel> function(Passing.Function passing) {
    return functions.stream()
        .filter(function -> function.passing().key().equals(passing.key()))
        .findFirst();
  }

  /**
   * The types that are not known; as long as there are any, the module waits for other processors.
   */
  public List<TypeMirror> unresolved() {
    Stream<TypeMirror> signatures =
        members.stream()
            .flatMap(MemberModel::passings)
            .flatMap(Passing::all)
            .filter(Passing.Unresolved.class::isInstance)
            .map(Passing::type);
    Stream<TypeMirror> exceptions =
        executables()
            .flatMap(executable -> executable.exceptions().stream())
            .filter(exception -> exception.making() == ExceptionModel.Making.UNRESOLVED)
            .map(ExceptionModel::type);
    return Stream.of(unresolvedSupertypes.stream(), signatures, exceptions)
        .flatMap(types -> types)
        .toList();
  }
}
