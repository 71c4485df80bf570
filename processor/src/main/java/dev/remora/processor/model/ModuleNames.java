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
    ClassName module = ClassName.get(type);
    String flat = String.join("_", module.simpleNames());
    return new ModuleNames(
        module,
        ClassName.get(module.packageName(), flat + "Stub"),
        ClassName.get(module.packageName(), flat + "AsyncStub"),
        ClassName.get(module.packageName(), flat + "Dispatcher"));
  }
}
