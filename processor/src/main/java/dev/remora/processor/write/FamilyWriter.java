package dev.remora.processor.write;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.remora.processor.model.InterfaceList;
import dev.remora.processor.model.ModuleNames;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the two classes that know a list of foreign interfaces as a whole, one for each side. */
final class FamilyWriter {
  private final GeneratedType types;

  FamilyWriter(GeneratedType types) {
    this.types = types;
  }

  List<TypeSpec> write(InterfaceList list) {
    return List.of(
        family(
            list,
            list.names().stubs(),
            RuntimeNames.STUB_FAMILY,
            "interfaces",
            RuntimeNames.STUB_FAMILY.nestedClass("Listed"),
            "The renderer's side of the interfaces that $L."),
        family(
            list,
            list.names().dispatchers(),
            RuntimeNames.DISPATCHER_FAMILY,
            "dispatchers",
            ParameterizedTypeName.get(
                RuntimeNames.DISPATCHER, WildcardTypeName.subtypeOf(Object.class)),
            "The main process's side of the interfaces that $L."));
  }

  private TypeSpec family(
      InterfaceList list,
      ClassName name,
      ClassName family,
      String method,
      TypeName element,
      String documentation) {
    List<CodeBlock> elements =
        list.interfaces().stream()
            .map(type -> ModuleNames.of(type, list.packageName()))
            .map(
                names ->
                    family.equals(RuntimeNames.STUB_FAMILY)
                        ? CodeBlock.of(
                            "new $T($T.class, $T.TYPE)", element, names.module(), names.stub())
                        : CodeBlock.of("$T.INSTANCE", names.dispatcher()))
            .toList();
    List<MethodSpec> methods = ListMethods.write(method, element, elements, new UniqueNames());
    return types
        .begin(name, list.annotated())
        .addJavadoc(documentation, listing(list))
        .addField(
            FieldSpec.builder(family, "FAMILY", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Describes the interfaces to the runtime.")
                .initializer("\n$>$>new $T($T::$L)$<$<", family, name, method)
                .build())
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethods(
            hasDeprecated(list) ? methods.stream().map(FamilyWriter::allowed).toList() : methods)
        .build();
  }

  private static CodeBlock listing(InterfaceList list) {
    return list.annotated() instanceof TypeElement type
        ? CodeBlock.of("{@link $T} lists", type)
        : CodeBlock.of("the package lists");
  }

  private static boolean hasDeprecated(InterfaceList list) {
    return list.interfaces().stream()
        .anyMatch(type -> MoreElements.isAnnotationPresent(type, Deprecated.class));
  }

  private static MethodSpec allowed(MethodSpec method) {
    return method.toBuilder().addAnnotation(Deprecated.class).build();
  }
}
