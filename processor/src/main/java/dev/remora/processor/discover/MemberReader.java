package dev.remora.processor.discover;

import com.google.auto.common.MoreElements;
import dev.remora.processor.model.Deprecation;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberKind;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads one member at a time. */
final class MemberReader {
  private final TypeFacts facts;
  private final DeclaredType module;
  private final TypeClassifier classifier;
  private final ExceptionReader exceptions;

  MemberReader(
      TypeFacts facts, TypeElement module, TypeClassifier classifier, ExceptionReader exceptions) {
    this.facts = facts;
    this.module = (DeclaredType) module.asType();
    this.classifier = classifier;
    this.exceptions = exceptions;
  }

  /** Reads an instance method. */
  ExecutableModel method(ExecutableElement method) {
    return executable(method, MemberKind.METHOD, method.getSimpleName().toString(), result(method));
  }

  /** Reads a static method. */
  ExecutableModel staticMethod(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return executable(method, MemberKind.STATIC_METHOD, name, result(method));
  }

  /** Reads a constructor, whose result is the module itself. */
  ExecutableModel constructor(ExecutableElement constructor) {
    String name = module.asElement().getSimpleName().toString();
    Passing self = classifier.classify(TypeUse.plain(module));
    return executable(constructor, MemberKind.CONSTRUCTOR, name, self);
  }

  /** Reads a field. */
  PropertyModel property(VariableElement field) {
    return new PropertyModel(
        field,
        kindOf(field.getModifiers()),
        classifier.classify(facts.resultOf(module, field)),
        deprecationOf(field),
        documentationOf(field));
  }

  private ExecutableModel executable(
      ExecutableElement element, MemberKind kind, String name, Passing result) {
    ExecutableType seen = facts.asMemberOf(module, element);
    return new ExecutableModel(
        element,
        kind,
        name,
        name,
        name + facts.erasedParameters(seen.getParameterTypes()),
        parameters(element, seen.getParameterTypes()),
        result,
        exceptions.read(seen.getThrownTypes()),
        DeliveryReader.read(element),
        deprecationOf(element),
        documentationOf(element));
  }

  private Passing result(ExecutableElement method) {
    return classifier.result(method, facts.resultOf(module, method));
  }

  private List<ParameterModel> parameters(
      ExecutableElement element, List<? extends TypeMirror> seen) {
    return IntStream.range(0, seen.size())
        .mapToObj(i -> parameter(element, element.getParameters().get(i), seen.get(i)))
        .toList();
  }

  private ParameterModel parameter(
      ExecutableElement method, VariableElement parameter, TypeMirror seen) {
    TypeUse use = TypeUse.of(seen, parameter.asType(), parameter);
    return new ParameterModel(parameter, classifier.parameter(method, use));
  }

  private Optional<String> documentationOf(Element element) {
    return Optional.ofNullable(facts.elements().getDocComment(element));
  }

  static Optional<Deprecation> deprecationOf(Element element) {
    return MoreElements.getAnnotationMirror(element, Deprecated.class)
        .toJavaUtil()
        .map(annotation -> new Deprecation(annotation, termOf(element)));
  }

  private static Deprecation.Term termOf(Element element) {
    Deprecated deprecated = element.getAnnotation(Deprecated.class);
    return deprecated != null && deprecated.forRemoval()
        ? Deprecation.Term.FOR_REMOVAL
        : Deprecation.Term.OPEN;
  }

  private static MemberKind kindOf(Set<Modifier> field) {
    if (field.contains(Modifier.STATIC)) {
      return field.contains(Modifier.FINAL)
          ? MemberKind.STATIC_READ_ONLY_PROPERTY
          : MemberKind.STATIC_PROPERTY;
    }
    return field.contains(Modifier.FINAL) ? MemberKind.READ_ONLY_PROPERTY : MemberKind.PROPERTY;
  }
}
