package dev.remora.processor.discover;

import com.google.auto.common.MoreTypes;
import dev.remora.processor.model.ExceptionModel;
import dev.remora.processor.model.ExceptionModel.Making;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads declared exceptions, and which constructor a stub can make them with. */
final class ExceptionReader {
  private final TypeFacts facts;
  private final String packageName;

  /**
   * For one module.
   *
   * @param facts answers questions about types
   * @param packageName the package of the generated code, which calls the constructors
   */
  ExceptionReader(TypeFacts facts, String packageName) {
    this.facts = facts;
    this.packageName = packageName;
  }

  /** Subclasses come before their superclasses: the order in which a stub must try them. */
  List<ExceptionModel> read(List<? extends TypeMirror> thrown) {
    List<ExceptionModel> ordered = new ArrayList<>();
    for (TypeMirror type : thrown) {
      if (type.getKind() == TypeKind.TYPEVAR) {
        continue; // what declares the variable is reported
      }
      int place = 0;
      while (place < ordered.size() && !facts.types().isSubtype(type, ordered.get(place).type())) {
        place++;
      }
      ordered.add(place, new ExceptionModel(type, kindOf(type), makingOf(type)));
    }
    return ordered;
  }

  private ExceptionModel.Kind kindOf(TypeMirror type) {
    return isUnchecked(type) ? ExceptionModel.Kind.UNCHECKED : ExceptionModel.Kind.CHECKED;
  }

  private boolean isUnchecked(TypeMirror type) {
    return facts.isSubtype(type, "java.lang.RuntimeException")
        || facts.isSubtype(type, "java.lang.Error");
  }

  private Making makingOf(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return Making.UNRESOLVED;
    }
    TypeElement element = MoreTypes.asTypeElement(type);
    if (facts.isSubtype(type, "java.lang.Error")
        || element.getQualifiedName().contentEquals("java.lang.RuntimeException")) {
      return Making.LEFT_TO_RUNTIME;
    }
    Making making = constructorOf(element);
    boolean unchecked = facts.isSubtype(type, "java.lang.RuntimeException");
    return making == Making.IMPOSSIBLE && unchecked && facts.isOfJdk(element)
        ? Making.LEFT_TO_RUNTIME
        : making;
  }

  private Making constructorOf(TypeElement element) {
    boolean inner =
        element.getNestingKind().isNested() && !element.getModifiers().contains(Modifier.STATIC);
    if (inner
        || element.getModifiers().contains(Modifier.ABSTRACT)
        || !facts.isAccessible(element, packageName)) {
      return Making.IMPOSSIBLE;
    }
    if (has(element, "java.lang.String")) {
      return Making.FROM_MESSAGE;
    }
    if (has(element, "java.lang.String", "java.lang.Throwable")) {
      return Making.FROM_MESSAGE_AND_CAUSE;
    }
    return has(element) ? Making.FROM_NOTHING : Making.IMPOSSIBLE;
  }

  private boolean has(TypeElement element, String... parameters) {
    Predicate<ExecutableElement> callable =
        constructor ->
            facts.isCallable(constructor, packageName) && throwsNothingChecked(constructor);
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getKind() == ElementKind.CONSTRUCTOR)
        .filter(callable)
        .map(ExecutableElement::getParameters)
        .anyMatch(declared -> typesOf(declared).equals(List.of(parameters)));
  }

  private static List<String> typesOf(List<? extends VariableElement> parameters) {
    return parameters.stream()
        .map(VariableElement::asType)
        .map(
            type ->
                type.getKind() == TypeKind.DECLARED
                    ? MoreTypes.asTypeElement(type).getQualifiedName().toString()
                    : type.getKind().toString())
        .toList();
  }

  private boolean throwsNothingChecked(ExecutableElement constructor) {
    return constructor.getThrownTypes().stream().allMatch(this::isUnchecked);
  }
}
