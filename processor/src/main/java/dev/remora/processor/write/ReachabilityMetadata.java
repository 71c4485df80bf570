package dev.remora.processor.write;

import com.google.auto.common.MoreTypes;
import dev.remora.processor.model.ComponentModel;
import dev.remora.processor.model.FunctionModel;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.Passing;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Tells native-image what is found by name: the generated classes, which the runtime looks up once
 * per class, and the values, whose components databind reads.
 *
 * <p>One file per module, in a folder of its own, so that the processor stays isolating; what two
 * modules carry stands in both. Without conditions: {@code export(FileService.class)} and {@code
 * Entry.class} name classes that are not initialized yet, which is what a condition would wait for.
 */
final class ReachabilityMetadata {
  private static final String ALL_OF_VALUE =
      ", \"allDeclaredConstructors\": true, \"allDeclaredFields\": true,"
          + " \"allDeclaredMethods\": true";
  private static final String FIELDS_OF_ENUM = ", \"allDeclaredFields\": true";

  private final Elements elements;

  ReachabilityMetadata(Elements elements) {
    this.elements = elements;
  }

  void write(ModuleModel module, Filer filer) throws IOException {
    String name =
        "META-INF/native-image/dev.remora/%s/reachability-metadata.json"
            .formatted(folderOf(module));
    try (Writer file =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, "", name, module.annotated())
            .openWriter()) {
      file.write(textOf(module));
    }
  }

  /**
   * A foreign interface may be listed in several packages, each with generated classes of its own.
   */
  private static Object folderOf(ModuleModel module) {
    return module.annotated().equals(module.origin())
        ? module.origin().getQualifiedName()
        : module.names().dispatcher().canonicalName();
  }

  private String textOf(ModuleModel module) {
    Map<String, String> access = new Types(module).access;
    access.put(module.names().dispatcher().reflectionName(), field("INSTANCE"));
    if (module.isInterface()) {
      access.put(module.names().stub().reflectionName(), field("TYPE"));
    }
    return access.entrySet().stream()
        .map(entry -> "    {\"type\": \"" + entry.getKey() + "\"" + entry.getValue() + "}")
        .collect(Collectors.joining(",\n", "{\n  \"reflection\": [\n", "\n  ]\n}\n"));
  }

  private static String field(String name) {
    return ", \"fields\": [{\"name\": \"" + name + "\"}]";
  }

  /** The types that values lead to, each once, and what is read of them. */
  private final class Types {
    final Map<String, String> access = new TreeMap<>();
    private final ModuleModel module;
    private final Set<String> seen = new HashSet<>();

    Types(ModuleModel module) {
      this.module = module;
      module.members().stream().flatMap(MemberModel::passings).forEach(this::collect);
    }

    private void collect(Passing passing) {
      passing.all().forEach(this::collectOne);
    }

    private void collectOne(Passing part) {
      if (part instanceof Passing.Value value) {
        collectValue(value);
      } else if (part instanceof Passing.Function function) {
        module
            .function(function)
            .filter(model -> seen.add("function " + function.key()))
            .ifPresent(this::collectFunction);
      } else if (part instanceof Passing.Array array) {
        addArray(array.component().type());
      } else if (part instanceof Passing.ByClass byClass
          && byClass.factory() == Passing.ByClass.Factory.ENUMERATION) {
        add(MoreTypes.asTypeElement(byClass.type()), FIELDS_OF_ENUM);
      }
    }

    private void collectFunction(FunctionModel model) {
      model.passings().forEach(this::collect);
    }

    private void collectValue(Passing.Value value) {
      if (!seen.add("value " + value.key())) {
        return;
      }
      if (value.contents() != Passing.Value.Contents.COLLECTION) {
        add(MoreTypes.asTypeElement(value.type()), ALL_OF_VALUE);
      }
      module
          .value(value)
          .ifPresent(
              model ->
                  model.components().stream().map(ComponentModel::passing).forEach(this::collect));
    }

    /** Arrays are made by their class. */
    private void addArray(TypeMirror component) {
      if (component.getKind() == TypeKind.DECLARED) {
        TypeElement element = MoreTypes.asTypeElement(component);
        access.put(elements.getBinaryName(element) + "[]", "");
      }
    }

    private void add(TypeElement type, String read) {
      access.put(elements.getBinaryName(type).toString(), read);
    }
  }
}
