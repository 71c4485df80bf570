package dev.remora.processor.check;

import com.google.auto.common.MoreElements;
import dev.remora.annotation.RemoteInterfaces;
import dev.remora.annotation.RemoteModule;
import dev.remora.processor.model.InterfaceList;
import dev.remora.processor.model.ModuleNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What {@code @RemoteInterfaces} lists. */
final class ListCheck {
  private ListCheck() {}

  static List<Problem> check(InterfaceList list) {
    List<Problem> problems = new ArrayList<>();
    Map<String, TypeElement> byStub = new HashMap<>();
    for (TypeElement type : list.interfaces()) {
      List<Problem> own =
          Stream.of(shape(list, type), access(list, type)).flatMap(all -> all).toList();
      problems.addAll(own);
      String stub = ModuleNames.of(type, list.packageName()).stub().simpleName();
      TypeElement other = byStub.putIfAbsent(stub, type);
      if (other != null) {
        problems.add(at(list, Diagnostic.LIST_CLASH, name(other), name(type), stub));
      }
    }
    return problems;
  }

  private static Stream<Problem> shape(InterfaceList list, TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      return Stream.of(at(list, Diagnostic.LIST_KIND, name(type)));
    }
    if (MoreElements.isAnnotationPresent(type, RemoteModule.class)) {
      return Stream.of(at(list, Diagnostic.LIST_MODULE, name(type)));
    }
    if (!type.getTypeParameters().isEmpty()) {
      return Stream.of(at(list, Diagnostic.LIST_GENERIC, name(type)));
    }
    return type.getModifiers().contains(Modifier.SEALED)
        ? Stream.of(at(list, Diagnostic.LIST_SEALED, name(type)))
        : Stream.empty();
  }

  /** The compiler has seen to it that the list itself can name the type. */
  private static Stream<Problem> access(InterfaceList list, TypeElement type) {
    Stream<Element> enclosing =
        Stream.iterate(type, MoreElements::isType, Element::getEnclosingElement);
    boolean isPrivate =
        enclosing.anyMatch(scope -> scope.getModifiers().contains(Modifier.PRIVATE));
    return isPrivate
        ? Stream.of(at(list, Diagnostic.LIST_ACCESS, name(type), list.packageName()))
        : Stream.empty();
  }

  private static String name(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  private static Problem at(InterfaceList list, Diagnostic diagnostic, Object... parts) {
    return Problem.at(list.annotated(), RemoteInterfaces.class, diagnostic, parts);
  }
}
