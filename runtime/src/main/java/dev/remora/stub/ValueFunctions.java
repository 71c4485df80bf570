package dev.remora.stub;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;

/** The functional interfaces inside of one value; equal lists share a mapper. */
final class ValueFunctions {
  /** Those of a value without any. */
  static final ValueFunctions NONE = new ValueFunctions(List.of());

  private final List<HeldFunction> held;
  private final int hash;

  ValueFunctions(List<HeldFunction> held) {
    this.held = List.copyOf(held);
    this.hash = this.held.hashCode();
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  /** Whether a class is one of the interfaces. */
  boolean contain(Class<?> type) {
    return held.stream().anyMatch(one -> one.type().type() == type);
  }

  /** Whether one of the interfaces stands in a type, at any depth. */
  boolean standIn(JavaType type) {
    if (contain(type.getRawClass())) {
      return true;
    }
    if (type.getContentType() != null && standIn(type.getContentType())) {
      return true;
    }
    for (int i = 0; i < type.containedTypeCount(); i++) {
      if (standIn(type.containedTypeOrUnknown(i))) {
        return true;
      }
    }
    return false;
  }

  /** How the functions of an interface cross in a component; null if that is not known. */
  @Nullable FunctionType<?> find(@Nullable BeanProperty component, Class<?> type) {
    if (component == null || component.getMember() == null) {
      return null;
    }
    Class<?> declaring = component.getMember().getDeclaringClass();
    for (HeldFunction one : held) {
      if (one.type().type() == type
          && one.component().equals(component.getName())
          && areRelated(one.holder(), declaring)) {
        return one.type();
      }
    }
    return null;
  }

  /** A bean may have the getter of a component from one class and its setter from another. */
  private static boolean areRelated(Class<?> one, Class<?> other) {
    return one.isAssignableFrom(other) || other.isAssignableFrom(one);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueFunctions functions && held.equals(functions.held);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return held.toString();
  }
}
