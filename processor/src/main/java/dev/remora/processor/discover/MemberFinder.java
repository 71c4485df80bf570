package dev.remora.processor.discover;

import com.google.auto.common.MoreElements;
import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteIgnore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds which methods, fields and constructors of a class are members of the module. */
final class MemberFinder {
  private final TypeFacts facts;
  private final TypeElement module;
  private final DeclaredType moduleType;

  MemberFinder(TypeFacts facts, TypeElement module) {
    this.facts = facts;
    this.module = module;
    this.moduleType = (DeclaredType) module.asType();
  }

  /** Public instance methods, inherited ones too. */
  List<ExecutableElement> methods() {
    return instanceMethods().filter(method -> !isIgnored(method)).toList();
  }

  /** Public instance methods that {@code @RemoteIgnore} takes out. */
  List<ExecutableElement> ignoredMethods() {
    return instanceMethods().filter(MemberFinder::isIgnored).toList();
  }

  /** Public static methods of the class itself. */
  List<ExecutableElement> staticMethods() {
    return ElementFilter.methodsIn(module.getEnclosedElements()).stream()
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .filter(MemberFinder::isMember)
        .toList();
  }

  /** Constructors that renderers may call. */
  List<ExecutableElement> constructors() {
    return ElementFilter.constructorsIn(module.getEnclosedElements()).stream()
        .filter(
            constructor -> MoreElements.isAnnotationPresent(constructor, RemoteConstructor.class))
        .toList();
  }

  /** Public instance fields, inherited ones too, and public static fields of the class itself. */
  List<VariableElement> fields() {
    Map<String, VariableElement> byName = new LinkedHashMap<>();
    for (TypeElement type : withSuperclasses()) {
      for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
        byName.putIfAbsent(field.getSimpleName().toString(), field);
      }
    }
    return byName.values().stream()
        .filter(MemberFinder::isMember)
        .filter(field -> isOwn(field) || !field.getModifiers().contains(Modifier.STATIC))
        .toList();
  }

  private Stream<ExecutableElement> instanceMethods() {
    Map<String, ExecutableElement> bySignature = new LinkedHashMap<>();
    for (ExecutableElement method : facts.instanceMethods(module)) {
      bySignature.merge(facts.erasedName(moduleType, method), method, this::moreSpecific);
    }
    return bySignature.values().stream();
  }

  /**
   * Of two methods that unrelated supertypes declare alike: the one that the other's callers could
   * do with.
   */
  private ExecutableElement moreSpecific(ExecutableElement one, ExecutableElement other) {
    ExecutableType oneType = facts.asMemberOf(moduleType, one);
    ExecutableType otherType = facts.asMemberOf(moduleType, other);
    TypeMirror oneResult = oneType.getReturnType();
    TypeMirror otherResult = otherType.getReturnType();
    if (facts.types().isSameType(oneResult, otherResult)) {
      boolean fewer = oneType.getThrownTypes().size() <= otherType.getThrownTypes().size();
      return one.isDefault() || (fewer && !other.isDefault()) ? one : other;
    }
    return facts
            .types()
            .isSubtype(facts.types().erasure(oneResult), facts.types().erasure(otherResult))
        ? one
        : other;
  }

  private Collection<TypeElement> withSuperclasses() {
    List<TypeElement> classes = new ArrayList<>();
    TypeElement next = module;
    while (true) {
      classes.add(next);
      TypeMirror superclass = next.getSuperclass();
      if (superclass.getKind() != TypeKind.DECLARED) {
        return classes;
      }
      next = (TypeElement) ((DeclaredType) superclass).asElement();
    }
  }

  private boolean isOwn(Element member) {
    return module.equals(member.getEnclosingElement());
  }

  private static boolean isMember(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        && member.getKind() != ElementKind.ENUM_CONSTANT
        && !isIgnored(member);
  }

  private static boolean isIgnored(Element member) {
    return MoreElements.isAnnotationPresent(member, RemoteIgnore.class);
  }
}
