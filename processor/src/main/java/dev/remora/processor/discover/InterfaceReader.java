package dev.remora.processor.discover;

import com.google.auto.common.MoreTypes;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.StubInterfaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the interfaces that a stub can implement: those whose methods are all members with
 * unchanged signatures.
 *
 * <p>Whether the signatures fit is javac's business, which has compiled the module: a stub's method
 * differs from the module's only where a module's class stands in it.
 */
final class InterfaceReader {
  private static final Set<String> SKIPPED =
      Set.of("java.io.Serializable", "java.io.Externalizable", "java.lang.Cloneable");

  private final TypeFacts facts;
  private final TypeClassifier classifier;
  private final DeclaredType module;
  private final String packageName;
  private final Map<String, ExecutableModel> members = new HashMap<>();

  InterfaceReader(
      TypeFacts facts,
      TypeClassifier classifier,
      TypeElement module,
      String packageName,
      List<ExecutableModel> members) {
    this.facts = facts;
    this.classifier = classifier;
    this.module = (DeclaredType) module.asType();
    this.packageName = packageName;
    members.stream()
        .filter(member -> member.kind() == MemberKind.METHOD)
        .forEach(member -> this.members.put(member.erasedName(), member));
  }

  /** The foreign interface itself, whatever of it can cross. */
  StubInterfaces readListed() {
    return new StubInterfaces(List.of(module), methodsOf(List.of(module)));
  }

  StubInterfaces read() {
    List<DeclaredType> passing = new ArrayList<>();
    collect(module, passing);
    List<TypeMirror> mostSpecific = new ArrayList<>();
    for (DeclaredType type : passing) {
      if (passing.stream().noneMatch(other -> isBelow(other, type))) {
        mostSpecific.add(type);
      }
    }
    return new StubInterfaces(mostSpecific, methodsOf(mostSpecific));
  }

  private void collect(TypeMirror type, List<DeclaredType> passing) {
    DeclaredType declared = MoreTypes.asDeclared(type);
    if (declared.asElement().getKind() == ElementKind.INTERFACE) {
      if (passing.stream().anyMatch(known -> facts.types().isSameType(known, declared))) {
        return;
      }
      if (isImplementable(declared)) {
        passing.add(declared);
      }
    }
    facts.types().directSupertypes(type).stream()
        .filter(parent -> parent instanceof DeclaredType && !isObject(parent))
        .forEach(parent -> collect(parent, passing));
  }

  private boolean isImplementable(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    return !SKIPPED.contains(element.getQualifiedName().toString())
        && !element.getModifiers().contains(Modifier.SEALED)
        && facts.isAccessible(element, packageName)
        && type.getTypeArguments().stream().allMatch(this::isUnchanged)
        && facts.instanceMethods(element).stream().allMatch(this::isOnStub);
  }

  /** Type arguments must be the same in the renderer, also those that no method mentions. */
  private boolean isUnchanged(TypeMirror argument) {
    Passing passing = classifier.classify(TypeUse.plain(argument));
    return !passing.isChangedByStub() && passing.all().noneMatch(Passing.Refused.class::isInstance);
  }

  private boolean isOnStub(ExecutableElement method) {
    ExecutableModel member = members.get(facts.erasedName(module, method));
    return member == null
        ? !method.getModifiers().contains(Modifier.ABSTRACT)
        : member.passings().noneMatch(InterfaceReader::breaksSignature);
  }

  private static boolean breaksSignature(Passing passing) {
    return passing.isChangedByStub() || passing.all().anyMatch(Passing.Refused.class::isInstance);
  }

  private boolean isBelow(DeclaredType other, DeclaredType type) {
    return !facts.types().isSameType(other, type) && facts.types().isSubtype(other, type);
  }

  private boolean isObject(TypeMirror type) {
    return facts.types().isSameType(type, facts.objectType().asType());
  }

  private Set<String> methodsOf(List<TypeMirror> interfaces) {
    Set<String> names = new HashSet<>();
    for (TypeMirror type : interfaces) {
      facts
          .instanceMethods(MoreTypes.asTypeElement(type))
          .forEach(method -> names.add(facts.erasedName(module, method)));
    }
    return names;
  }
}
