package dev.remora.processor.model;

import com.palantir.javapoet.TypeName;
import javax.lang.model.type.TypeMirror;

/**
 * Types as texts show them; without annotations, which {@code TypeMirror.toString()} has on some
 * compilers.
 */
public final class TypeText {
  private TypeText() {}

  /** With packages: {@code java.util.List<com.example.Entry>}. */
  public static String qualified(TypeMirror type) {
    try {
      return TypeName.get(type).toString();
    } catch (IllegalArgumentException unresolved) {
      return type.toString(); // javac's "<any>", which is no name
    }
  }

  /** Without packages and enclosing classes: {@code List<Entry>}. */
  public static String simple(TypeMirror type) {
    return qualified(type).replaceAll("(?:\\w+\\.)+(?=\\w)", "");
  }
}
