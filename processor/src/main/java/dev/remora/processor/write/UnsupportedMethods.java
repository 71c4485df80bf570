package dev.remora.processor.write;

import com.palantir.javapoet.MethodSpec;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.UnsupportedMember;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/** The methods of a foreign interface that a stub has only to say why it has not. */
record UnsupportedMethods(Types types) {

  List<MethodSpec> of(ModuleModel module) {
    DeclaredType type = (DeclaredType) module.origin().asType();
    return module.unsupported().stream().map(member -> method(type, member)).toList();
  }

  private MethodSpec method(DeclaredType type, UnsupportedMember member) {
    MethodSpec.Builder method = MethodSpec.overriding(member.method().origin(), type, types);
    member.method().deprecation().map(Deprecations::copy).ifPresent(method::addAnnotation);
    return method
        .addStatement("throw new $T(\n$S)", UnsupportedOperationException.class, member.reason())
        .build();
  }
}
