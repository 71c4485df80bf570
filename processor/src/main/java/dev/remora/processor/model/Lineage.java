package dev.remora.processor.model;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.remora.annotation.RemoteModule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Where a module stands among others.
 *
 * @param parent the nearest superclass that is a module, whose stub the module's stub extends
 * @param subtypes those that travel as what they are, in the order of their declaration
 */
public record Lineage(Optional<ModuleModel> parent, List<SubtypeModel> subtypes) {

  public Lineage {
    subtypes = List.copyOf(subtypes);
  }

  /** The module's superclasses that are modules, the nearest first. */
  public Stream<ModuleModel> ancestors() {
    return Stream.iterate(parent, Optional::isPresent, next -> next.get().lineage().parent())
        .flatMap(Optional::stream);
  }

  /** Whether a superclass's stub has a method of the given erased signature. */
  public boolean inherits(String signature) {
    return ancestors()
        .anyMatch(
            ancestor ->
                ancestor.members().stream()
                    .filter(member -> !member.kind().isOfClass())
                    .flatMap(StubSignatures::of)
                    .anyMatch(signature::equals));
  }

  /** The nearest module among the superclasses and interfaces of a type. */
  public static Optional<TypeElement> moduleAbove(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
        .filter(DeclaredType.class::isInstance)
        .map(MoreTypes::asTypeElement)
        .flatMap(
            parent ->
                MoreElements.isAnnotationPresent(parent, RemoteModule.class)
                    ? Stream.of(parent)
                    : moduleAbove(parent).stream())
        .findFirst();
  }
}
