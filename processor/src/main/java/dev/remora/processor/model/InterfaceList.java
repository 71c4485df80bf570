package dev.remora.processor.model;

import com.google.auto.common.MoreElements;
import dev.remora.annotation.UnsupportedMembers;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The foreign interfaces that one annotation lists.
 *
 * @param annotated the package or type with the annotation
 * @param interfaces those that are known types, interfaces or not
 * @param unresolved those that are not known, perhaps not yet
 */
public record InterfaceList(
    Element annotated,
    FamilyNames names,
    UnsupportedMembers unsupportedMembers,
    List<TypeElement> interfaces,
    List<TypeMirror> unresolved) {

  public InterfaceList {
    interfaces = List.copyOf(interfaces);
    unresolved = List.copyOf(unresolved);
  }

  /** The package of all that is generated for it. */
  public String packageName() {
    return MoreElements.getPackage(annotated).getQualifiedName().toString();
  }

  /** The names of one of its interfaces, if it is one. */
  public Optional<ModuleNames> find(TypeElement type) {
    return interfaces.contains(type)
        ? Optional.of(ModuleNames.of(type, packageName()))
        : Optional.empty();
  }
}
