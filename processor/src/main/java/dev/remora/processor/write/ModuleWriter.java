package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.remora.processor.model.Injection;
import dev.remora.processor.model.InterfaceList;
import dev.remora.processor.model.ModuleModel;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes the files of a module: the stubs, and the dispatcher, which a jar for renderers can leave
 * out.
 */
public final class ModuleWriter {
  private final StubWriter stubs;
  private final AsyncStubWriter asyncStubs;
  private final DispatcherWriter dispatchers;
  private final ReachabilityMetadata metadata;
  private final FamilyWriter families;

  public ModuleWriter(Elements elements, Types signatures) {
    GeneratedType types = new GeneratedType(elements);
    this.stubs = new StubWriter(types, signatures);
    this.families = new FamilyWriter(types);
    this.asyncStubs = new AsyncStubWriter(types);
    this.dispatchers = new DispatcherWriter(types);
    this.metadata = new ReachabilityMetadata(elements);
  }

  /** Writes a module that has no problems. */
  public void write(ModuleModel module, Injection injection, Filer filer) throws IOException {
    write(files(module, new InjectConstructor(injection)), module.annotated(), filer);
    metadata.write(module, filer);
  }

  /** Writes what belongs to a list as a whole. */
  public void write(InterfaceList list, Filer filer) throws IOException {
    List<JavaFile> files =
        families.write(list).stream().map(type -> file(list.packageName(), type)).toList();
    write(files, list.annotated(), filer);
  }

  private static void write(List<JavaFile> files, Element annotated, Filer filer)
      throws IOException {
    for (JavaFile file : files) {
      String name = ClassName.get(file.packageName(), file.typeSpec().name()).canonicalName();
      try (Writer source = filer.createSourceFile(name, annotated).openWriter()) {
        source.write(SourceLayout.of(file.toString()));
      }
    }
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
        .map(type -> file(module.names().packageName(), type))
        .toList();
  }

  private static JavaFile file(String packageName, TypeSpec type) {
    return JavaFile.builder(packageName, type).skipJavaLangImports(true).build();
  }
}
