package dev.remora.processor.model;

import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * The interfaces that a stub implements.
 *
 * @param types the most specific ones
 * @param methods the erased names of all their methods
 */
public record StubInterfaces(List<TypeMirror> types, Set<String> methods) {

  public StubInterfaces {
    types = List.copyOf(types);
    methods = Set.copyOf(methods);
  }

  /** Whether a stub's method implements a method of one of the interfaces. */
  public boolean declare(ExecutableModel method) {
    return method.kind() == MemberKind.METHOD && methods.contains(method.erasedName());
  }
}
