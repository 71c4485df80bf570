package dev.remora.processor.model;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.TypeElement;

/**
 * The names of a module and of what may be generated for it; {@code Outer.Inner} has an {@code
 * Outer_InnerStub}.
 */
public record ModuleNames(
    ClassName module, ClassName stub, ClassName asyncStub, ClassName dispatcher) {

  public static ModuleNames of(TypeElement type) {
    return of(type, ClassName.get(type).packageName());
  }

  /** The same where the generated classes lie in another package. */
  public static ModuleNames of(TypeElement type, String packageName) {
    ClassName module = ClassName.get(type);
    String flat = String.join("_", module.simpleNames());
    return new ModuleNames(
        module,
        ClassName.get(packageName, flat + "Stub"),
        ClassName.get(packageName, flat + "AsyncStub"),
        ClassName.get(packageName, flat + "Dispatcher"));
  }

  /** The package of the generated classes. */
  public String packageName() {
    return stub.packageName();
  }
}
