package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.remora.processor.model.Injection;
import dev.remora.processor.model.ModuleModel;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;

/**
 * Writes the files of a module: the stubs, and the dispatcher, which a jar for renderers can leave
 * out.
 */
public final class ModuleWriter {
  private final StubWriter stubs;
  private final AsyncStubWriter asyncStubs;
  private final DispatcherWriter dispatchers;
  private final ReachabilityMetadata metadata;

  public ModuleWriter(Elements elements) {
    GeneratedType types = new GeneratedType(elements);
    this.stubs = new StubWriter(types);
    this.asyncStubs = new AsyncStubWriter(types);
    this.dispatchers = new DispatcherWriter(types);
    this.metadata = new ReachabilityMetadata(elements);
  }

  /** Writes a module that has no problems. */
  public void write(ModuleModel module, Injection injection, Filer filer) throws IOException {
    for (JavaFile file : files(module, new InjectConstructor(injection))) {
      String name = ClassName.get(file.packageName(), file.typeSpec().name()).canonicalName();
      try (Writer source = filer.createSourceFile(name, module.origin()).openWriter()) {
        source.write(SourceLayout.of(file.toString()));
      }
    }
    metadata.write(module, filer);
  }

  private List<JavaFile> files(ModuleModel module, InjectConstructor injection) {
    // The stubs share the proxies, which are nested in the synchronous one.
    FunctionNames functions = new FunctionNames(module.names().stub());
    Stream<TypeSpec> types =
        switch (module.stubs()) {
          case SYNCHRONOUS -> Stream.of(stubs.write(module, functions, injection));
          case WITH_ASYNCHRONOUS ->
              Stream.of(
                  stubs.write(module, functions, injection),
                  asyncStubs.write(module, functions, injection));
        };
    return Stream.concat(types, Stream.of(dispatchers.write(module)))
        .map(type -> file(module, type))
        .toList();
  }

  private static JavaFile file(ModuleModel module, TypeSpec type) {
    return JavaFile.builder(module.names().module().packageName(), type)
        .skipJavaLangImports(true)
        .build();
  }
}
