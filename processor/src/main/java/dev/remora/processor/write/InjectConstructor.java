package dev.remora.processor.write;

import static dev.remora.processor.write.RuntimeNames.REMOTE_CONTEXT;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.remora.processor.model.Injection;
import dev.remora.processor.model.ModuleModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constructors by which a container makes stubs: none unless the option asks for them. */
final class InjectConstructor {
  private final Injection injection;

  InjectConstructor(Injection injection) {
    this.injection = injection;
  }

  List<MethodSpec> ofStub() {
    return write(
        """
        For containers: nothing is sent before the first call, which requires the module. If that
        fails, the call fails with it, and the next one tries again.

        @param remote the context that holds the stub\
        """,
        CodeBlock.of("super(remote.require(TYPE).atFirstCall())"));
  }

  List<MethodSpec> ofAsyncStub(ModuleModel module) {
    return write(
        """
        For containers: nothing is sent before the first call, which requires the module and waits
        for that. If it fails, the call throws, and the next one tries again.

        @param remote the context that holds the stub\
        """,
        CodeBlock.of("this(new $T(remote))", module.names().stub()));
  }

  private List<MethodSpec> write(String doc, CodeBlock body) {
    return injection.annotation().stream().map(annotation -> write(annotation, doc, body)).toList();
  }

  private static MethodSpec write(ClassName annotation, String doc, CodeBlock body) {
    return MethodSpec.constructorBuilder()
        .addJavadoc(doc)
        .addAnnotation(annotation)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(REMOTE_CONTEXT, "remote")
        .addStatement(body)
        .build();
  }
}
