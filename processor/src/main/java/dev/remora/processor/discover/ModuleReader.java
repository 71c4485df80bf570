package dev.remora.processor.discover;

import com.google.auto.common.MoreElements;
import dev.remora.annotation.RemoteModule;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.InterfaceList;
import dev.remora.processor.model.Lineage;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.ModuleNames;
import dev.remora.processor.model.NullMark;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import dev.remora.processor.model.StubForms;
import dev.remora.processor.model.SubtypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads an annotated class or interface into a model. Never fails: what is wrong with it is in the
 * model.
 */
public final class ModuleReader {
  private final TypeFacts facts;
  private final LineageReader lineages;

  public ModuleReader(Types types, Elements elements) {
    this.facts = new TypeFacts(types, elements);
    this.lineages = new LineageReader(facts, type -> read(type, List.of()).interfaces().types());
  }

  /** Reads one module. */
  public ModuleModel read(TypeElement module) {
    return read(module, lineages.subtypesOf(module));
  }

  /** Reads a module and those above it. */
  private ModuleModel read(TypeElement module, List<SubtypeModel> subtypes) {
    RemoteModule annotation = Objects.requireNonNull(module.getAnnotation(RemoteModule.class));
    Optional<ModuleModel> parent =
        LineageReader.parentOf(module).map(superclass -> read(superclass, List.of()));
    return read(
        module,
        module,
        ModuleNames.of(module),
        annotation.name().isEmpty() ? module.getQualifiedName().toString() : annotation.name(),
        annotation.async() ? StubForms.WITH_ASYNCHRONOUS : StubForms.SYNCHRONOUS,
        Families.inSightOf(module, facts),
        new Lineage(parent, subtypes));
  }

  /** Reads one interface of a list. */
  public ModuleModel read(TypeElement listed, InterfaceList list) {
    return read(
        listed,
        list.annotated(),
        ModuleNames.of(listed, list.packageName()),
        facts.elements().getBinaryName(listed).toString(),
        StubForms.SYNCHRONOUS,
        Families.of(list, facts),
        new Lineage(Optional.empty(), List.of()));
  }

  private ModuleModel read(
      TypeElement module,
      Element annotated,
      ModuleNames names,
      String name,
      StubForms stubs,
      Families families,
      Lineage lineage) {
    String packageName = names.packageName();
    DefaultNullness nullness = DefaultNullness.at(module);
    ExceptionReader exceptions = new ExceptionReader(facts, packageName);
    TypeClassifier classifier =
        new TypeClassifier(facts, new NullnessReader(nullness), exceptions, families, packageName);
    MemberReader reader = new MemberReader(facts, module, classifier, exceptions);
    MemberFinder finder = new MemberFinder(facts, module);
    boolean isListed = !annotated.equals(module);

    List<PropertyModel> properties =
        isListed ? List.of() : finder.fields().stream().map(reader::property).toList();
    List<ExecutableModel> executables =
        WireNames.assign(
            isListed
                ? methods(module, finder, reader).toList()
                : executables(module, finder, reader),
            properties,
            lineage.parent());
    List<MemberModel> members =
        Stream.<MemberModel>concat(executables.stream(), properties.stream())
            .sorted(MemberModel.ORDER)
            .toList();
    ReadTypes reached = classifier.reachableFrom(members.stream().flatMap(MemberModel::passings));
    InterfaceReader interfaces =
        new InterfaceReader(facts, classifier, module, packageName, executables);
    return new ModuleModel(
        module,
        annotated,
        names,
        name,
        stubs,
        members,
        reached.functions(),
        reached.values(),
        finder.ignoredMethods(),
        List.of(),
        isListed ? interfaces.readListed() : interfaces.read(),
        lineage,
        markOf(nullness, DefaultNullness.at(MoreElements.getPackage(annotated))),
        MemberReader.deprecationOf(module),
        unresolvedSupertypes(module));
  }

  private List<ExecutableModel> executables(
      TypeElement module, MemberFinder finder, MemberReader reader) {
    return Stream.of(
            methods(module, finder, reader),
            finder.staticMethods().stream().map(reader::staticMethod),
            finder.constructors().stream().map(reader::constructor))
        .flatMap(all -> all)
        .toList();
  }

  private Stream<ExecutableModel> methods(
      TypeElement module, MemberFinder finder, MemberReader reader) {
    return finder.methods().stream()
        .map(reader::method)
        .filter(method -> !isOfJdkAndLeftOut(module, method));
  }

  /**
   * A method that the user neither wrote nor can annotate, such as {@code Iterable.spliterator()}:
   * it is left out rather than refused, unless a stub had to implement it. Those that have a body
   * and take functions, such as {@code Iterable.forEach}, do in the stub what they do anywhere.
   */
  private boolean isOfJdkAndLeftOut(TypeElement module, ExecutableModel method) {
    TypeElement owner = MoreElements.asType(method.origin().getEnclosingElement());
    boolean isAbstract = method.origin().getModifiers().contains(Modifier.ABSTRACT);
    boolean required = module.getKind().isInterface() && isAbstract;
    boolean refused = method.isOpen() || has(method, Passing.Refused.class);
    boolean takesFunctions = has(method, Passing.Function.class);
    return facts.isOfJdk(owner) && !required && (refused || (takesFunctions && !isAbstract));
  }

  private static boolean has(ExecutableModel method, Class<? extends Passing> kind) {
    return method.passings().flatMap(Passing::all).anyMatch(kind::isInstance);
  }

  private static NullMark markOf(DefaultNullness module, DefaultNullness enclosing) {
    if (module == enclosing) {
      return NullMark.NONE;
    }
    return module == DefaultNullness.NON_NULL ? NullMark.MARKED : NullMark.UNMARKED;
  }

  private List<TypeMirror> unresolvedSupertypes(TypeElement module) {
    List<TypeMirror> unresolved = new ArrayList<>();
    collectUnresolved(module.asType(), unresolved);
    return unresolved;
  }

  private void collectUnresolved(TypeMirror type, List<TypeMirror> unresolved) {
    if (type.getKind() == TypeKind.ERROR) {
      unresolved.add(type);
    } else if (type instanceof DeclaredType) {
      facts.types().directSupertypes(type).forEach(parent -> collectUnresolved(parent, unresolved));
    }
  }
}
