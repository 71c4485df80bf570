package dev.remora.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A module: what its stub and its dispatcher are generated from.
 *
 * @param annotated what has the annotation: the module itself, or what lists a foreign interface
 * @param name the name under which it is required
 * @param members all of them, in {@link MemberModel#ORDER}
 * @param functions the functional interfaces that the members lead to
 * @param values the records and beans that the members lead to
 * @param ignored the public methods that {@code @RemoteIgnore} takes out
 * @param unsupported the methods of a foreign interface that its stub only throws from
 * @param lineage the modules above and below it
 * @param unresolvedSupertypes those that are not known, perhaps not yet
 */
public record ModuleModel(
    TypeElement origin,
    Element annotated,
    ModuleNames names,
    String name,
    StubForms stubs,
    List<MemberModel> members,
    List<FunctionModel> functions,
    List<ValueModel> values,
    List<ExecutableElement> ignored,
    List<UnsupportedMember> unsupported,
    StubInterfaces interfaces,
    Lineage lineage,
    NullMark nullMark,
    Optional<Deprecation> deprecation,
    List<TypeMirror> unresolvedSupertypes) {

  public ModuleModel {
    members = List.copyOf(members);
    functions = List.copyOf(functions);
    values = List.copyOf(values);
    ignored = List.copyOf(ignored);
    unsupported = List.copyOf(unsupported);
    unresolvedSupertypes = List.copyOf(unresolvedSupertypes);
  }

  public boolean isInterface() {
    return origin.getKind() == ElementKind.INTERFACE;
  }

  /** Whether somebody else wrote it, and {@code @RemoteInterfaces} lists it. */
  public boolean isListed() {
    return !annotated.equals(origin);
  }

  /** The same with other members, and with those that take their places in the stub. */
  public ModuleModel with(List<MemberModel> others, List<UnsupportedMember> throwing) {
    return new ModuleModel(
        origin,
        annotated,
        names,
        name,
        stubs,
        others,
        functions,
        values,
        ignored,
        throwing,
        interfaces,
        lineage,
        nullMark,
        deprecation,
        unresolvedSupertypes);
  }

  /** Whether a class of another module may extend it, and so a stub this one's stub. */
  public boolean isOpen() {
    return origin.getKind() == ElementKind.CLASS && !origin.getModifiers().contains(Modifier.FINAL);
  }

  /** The classes that are generated for it. */
  public List<ClassName> generated() {
    return switch (stubs) {
      case SYNCHRONOUS -> List.of(names.stub(), names.dispatcher());
      case WITH_ASYNCHRONOUS -> List.of(names.stub(), names.asyncStub(), names.dispatcher());
    };
  }

  /** The shapes of the types that its members lead to: what else the processes must agree on. */
  public List<String> shapes() {
    return Shapes.of(this);
  }

  /** All that the fingerprint covers: the members' signatures, in their order, and the shapes. */
  public List<String> signatures() {
    return Stream.concat(members.stream().map(MemberModel::signature), shapes().stream()).toList();
  }

  /** Whether a member becomes a method of the stubs with the given erased signature. */
  public boolean declares(String signature) {
    return members.stream().flatMap(StubSignatures::of).anyMatch(signature::equals);
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

  /** The components of a value, unless it is databind's alone. */
  public Optional<ValueModel> value(Passing.Value passing) {
    return values.stream().filter(value -> value.key().equals(passing.key())).findFirst();
  }

  /** The functional interfaces inside of a value. */
  public List<HeldFunction> heldBy(Passing.Value passing) {
    return HeldFunction.in(passing, this);
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
