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
    if (!isWritten(module)) {
      return List.of();
    }
    CodeBlock timed = CodeBlock.of("$T.withTimeout(this, timeout)", REMOTE_STUB);
    MethodSpec.Builder method = write(module.names().stub(), timed);
    if (module.lineage().parent().isPresent()) {
      method.addAnnotation(Override.class);
    }
    return List.of(method.build());
  }

  /** What has no method of that name has no superclass with one, since it would be inherited. */
  private static boolean isWritten(ModuleModel module) {
    return !module.interfaces().methods().contains(SIGNATURE) && !module.declares(SIGNATURE);
  }

  static List<MethodSpec> ofAsyncStub(ModuleModel module) {
    CodeBlock timed =
        CodeBlock.of("of($T.withTimeout($L, timeout))", REMOTE_STUB, AsyncStubMethods.STUB);
    return module.declares(SIGNATURE)
        ? List.of()
        : List.of(write(module.names().asyncStub(), timed).build());
  }

  private static MethodSpec.Builder write(ClassName stub, CodeBlock timed) {
    return MethodSpec.methodBuilder("withTimeout")
        .addJavadoc(
            """
                The same object, whose calls fail when they take too long.

                @param timeout how long each call may take
                @return another stub of the object; the calls of this one are as before\
                """)
        .addModifiers(Modifier.PUBLIC)
        .returns(stub)
        .addParameter(Duration.class, "timeout")
        .addStatement("return $L", timed);
  }
}
