package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.REMOTE_STUB;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.remora.processor.model.ModuleModel;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The {@code withTimeout} of stubs: none where the module has one of its own. */
final class TimeoutMethod {
  private static final String SIGNATURE = "withTimeout(java.time.Duration)";

  private TimeoutMethod() {}

  static List<MethodSpec> ofStub(ModuleModel module) {
    boolean inherited = module.interfaces().methods().contains(SIGNATURE);
    CodeBlock timed = CodeBlock.of("$T.withTimeout(this, timeout)", REMOTE_STUB);
    return inherited ? List.of() : write(module, module.names().stub(), timed);
  }

  static List<MethodSpec> ofAsyncStub(ModuleModel module) {
    CodeBlock timed =
        CodeBlock.of("of($T.withTimeout($L, timeout))", REMOTE_STUB, AsyncStubMethods.STUB);
    return write(module, module.names().asyncStub(), timed);
  }

  private static List<MethodSpec> write(ModuleModel module, ClassName stub, CodeBlock timed) {
    if (module.declares(SIGNATURE)) {
      return List.of();
    }
    return List.of(
        MethodSpec.methodBuilder("withTimeout")
            .addJavadoc(
                """
                The same object, whose calls fail when they take too long.

                @param timeout how long each call may take
                @return another stub of the object; the calls of this one are as before\
                """)
            .addModifiers(Modifier.PUBLIC)
            .returns(stub)
            .addParameter(Duration.class, "timeout")
            .addStatement("return $L", timed)
            .build());
  }
}
